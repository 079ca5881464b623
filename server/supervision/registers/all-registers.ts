import type { Register } from '../register/register.js';
import { accountDisclosures } from './account-disclosure.js';
import { appraisals } from './appraisal.js';
import { awards } from './award.js';
import { cadres } from './cadre.js';
import { cadreAppraisals } from './cadre-appraisal.js';
import { caseStudies } from './case-study.js';
import { contracts } from './contract.js';
import { distributionBuckets } from './distribution-bucket.js';
import { distributionRules } from './distribution-rule.js';
import { duties } from './duty.js';
import { dutyRecords } from './duty-record.js';
import { eligibilityJudgments } from './eligibility-judgment.js';
import { feasibilityStudies } from './feasibility-study.js';
import { fundings } from './funding.js';
import { handedAssets } from './handed-asset.js';
import { householdBenefits } from './household-benefit.js';
import { instruments } from './instrument.js';
import { insurancePolicies } from './insurance-policy.js';
import { jointProperties } from './joint-property.js';
import { milestones } from './milestone.js';
import { modelCooperatives } from './model-cooperative.js';
import { modelMeasures } from './model-measure.js';
import { modelScores } from './model-score.js';
import { negativeItems } from './negative-item.js';
import { parkContracts } from './park-contract.js';
import { partners } from './partner.js';
import { payments } from './payment.js';
import { procedures } from './procedure.js';
import { propertyShares } from './property-share.js';
import { reporters } from './reporter.js';
import { monthClosings } from './month-closing.js';
import { reports } from './report.js';
import { sponsorships } from './sponsorship.js';
import { stageEvents } from './stage-event.js';
import { stakes } from './stake.js';
import { supportActions } from './support-action.js';
import { talents } from './talent.js';
import { trainings } from './training.js';
import { workPlans } from './work-plan.js';

/** Every register, in the order in which they are shown. */
export const REGISTERS: readonly Register[] = [
  duties,
  dutyRecords,
  workPlans,
  sponsorships,
  appraisals,
  stakes,
  parkContracts,
  supportActions,
  jointProperties,
  propertyShares,
  handedAssets,
  householdBenefits,
  eligibilityJudgments,
  fundings,
  reporters,
  reports,
  monthClosings,
  instruments,
  milestones,
  payments,
  modelCooperatives,
  modelScores,
  modelMeasures,
  procedures,
  stageEvents,
  partners,
  contracts,
  insurancePolicies,
  feasibilityStudies,
  accountDisclosures,
  cadres,
  negativeItems,
  cadreAppraisals,
  distributionRules,
  distributionBuckets,
  trainings,
  talents,
  caseStudies,
  awards,
];

const byName = new Map(REGISTERS.map((register) => [register.name, register]));

/** The register of a name, if there is one. */
export const findRegister = (name: string): Register | undefined => byName.get(name);
