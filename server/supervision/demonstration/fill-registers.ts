import { readCounty } from '../../store/counties.js';
import { insertEntries } from '../../store/entries.js';
import type { Store } from '../../store/store.js';
import type { Register } from '../register/register.js';
import { findRegister } from '../registers/all-registers.js';
import { factsOf } from './county-facts.js';
import { generatedId, generatedRows, type WrittenValues } from './generated-register.js';
import { appraisalsOf, cadresOf, dutiesOf, dutyRecordsOf, sponsorshipsOf, talentsOf, trainingsOf, workPlansOf } from './organisation.js';
import { closingsOf, milestonesOf, paymentsOf, reportersOf, reportsOf } from './reporting.js';
import * as works from './works.js';

/**
 * Fills the registers of the demonstration county, so that every list shows what it is for. All of it is generated, names of
 * people are nobody's, and it goes out of sight with the demonstration county. Fills nothing where entries are kept already.
 */
export async function fillDemonstrationRegisters(store: Store, at: Date = new Date()): Promise<void> {
  const { db } = store;
  const demonstration = await db.selectFrom('counties').select('code').where('demonstration', '=', 1).executeTakeFirst();
  if (!demonstration) return;
  const facts = factsOf(await readCounty(db, demonstration.code));
  const place = { county: demonstration.code, at: at.toISOString() };
  const duties = dutiesOf(facts).map((duty) => ({ ...duty, id: generatedId('duty', duty.key) }));
  const reports = reportsOf(facts);
  const models = works.modelVillagesOf(facts);
  const lists: Readonly<Record<string, readonly WrittenValues[]>> = {
    duty: duties.map(({ id: _id, ...duty }) => duty),
    dutyRecord: dutyRecordsOf(duties),
    workPlan: workPlansOf(facts),
    sponsorship: sponsorshipsOf(facts),
    appraisal: appraisalsOf(facts),
    stake: works.stakesOf(facts),
    parkContract: works.parkContractsOf(facts),
    supportAction: works.supportActionsOf(facts),
    jointProperty: works.jointPropertiesOf(),
    propertyShare: works.propertySharesOf(facts, generatedId('jointProperty', 'shops')),
    handedAsset: works.handedAssetsOf(facts),
    householdBenefit: works.householdBenefitsOf(facts),
    eligibilityJudgment: works.judgmentsOf(facts),
    funding: works.fundingsOf(facts),
    reporter: reportersOf(facts),
    report: reports,
    monthClosing: closingsOf(facts, reports),
    instrument: works.instrumentsOf(facts),
    milestone: milestonesOf(facts),
    payment: paymentsOf(facts),
    modelCooperative: works.modelCooperativesOf(models),
    modelScore: works.modelScoresOf(models),
    modelMeasure: works.modelMeasuresOf(models),
    partner: works.partnersOf(facts),
    contract: works.contractsOf(facts),
    insurancePolicy: works.policiesOf(facts),
    feasibilityStudy: works.studiesOf(facts),
    accountDisclosure: works.disclosuresOf(facts),
    cadre: cadresOf(facts),
    distributionRule: works.distributionRulesOf(),
    distributionBucket: works.distributionBucketsOf(generatedId('distributionRule', 'example')),
    training: trainingsOf(facts),
    talent: talentsOf(facts),
    caseStudy: works.casesOf(models),
    award: works.awardsOf(models),
  };
  const rows = Object.entries(lists).flatMap(([name, written]) => generatedRows(findRegister(name) as Register, written, place));
  await db.transaction().execute(async (db) => {
    const any = await db.selectFrom('entries').select('id').limit(1).executeTakeFirst();
    if (!any) await insertEntries(db, rows);
  });
}
