import type { Component } from 'svelte';
import type { Send } from '../api/client.js';
import type { County } from '../api/operations.js';
import AppraisalsPanel from './appraisals/AppraisalsPanel.svelte';
import VillagePairPanel from './demonstration/VillagePairPanel.svelte';
import DistributionPanel from './distribution/DistributionPanel.svelte';
import DutyCalendarPanel from './duties/DutyCalendarPanel.svelte';
import EligibilityPanel from './funding/EligibilityPanel.svelte';
import FundersPanel from './funding/FundersPanel.svelte';
import InstrumentsPanel from './instruments/InstrumentsPanel.svelte';
import type { PanelName } from './panels.js';
import ParksPanel from './parks/ParksPanel.svelte';
import PropertyPanel from './property/PropertyPanel.svelte';
import ProjectsPanel from './projects/ProjectsPanel.svelte';
import type { RegisterDesk } from './register-desk.svelte.js';
import ReportingPanel from './reporting/ReportingPanel.svelte';

export interface PanelProps {
  readonly send: Send;
  readonly desk: RegisterDesk;
  readonly county: County;
}

/** What shows each overview. */
export const PANEL_VIEWS: Readonly<Record<PanelName, Component<PanelProps>>> = {
  'project-library': ProjectsPanel,
  'month-reporting': ReportingPanel,
  'duty-calendar': DutyCalendarPanel,
  'park-overviews': ParksPanel,
  'funder-accounts': FundersPanel,
  'eligibility-check': EligibilityPanel,
  'income-distribution': DistributionPanel,
  'instrument-income': InstrumentsPanel,
  'property-shares': PropertyPanel,
  'unit-appraisals': AppraisalsPanel,
  'village-pair': VillagePairPanel,
};
