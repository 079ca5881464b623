import 'reflect-metadata';
import { GraphQLInputObjectType, lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, type PubSub } from 'type-graphql';
import { REGISTERS } from '../supervision/registers/all-registers.js';
import { registerMutations } from './registers/register-mutations.js';
import { registerQueries } from './registers/register-queries.js';
import { AdoptedPlanResolver, PlanYearResolver } from './resolvers/adopted-plan-resolver.js';
import { AllocationResolver } from './resolvers/allocation-resolver.js';
import { AssumptionDefaultResolver } from './resolvers/assumption-default-resolver.js';
import { BacktestJobResolver } from './resolvers/backtest-job-resolver.js';
import { BacktestResolver } from './resolvers/backtest-resolver.js';
import { BulletinResolver } from './resolvers/bulletin-resolver.js';
import { ComparisonJobResolver } from './resolvers/comparison-job-resolver.js';
import { ComparisonResolver, ScenarioDifferenceResolver } from './resolvers/comparison-resolver.js';
import { CountyResolver } from './resolvers/county-resolver.js';
import { DutyCalendarResolver } from './resolvers/duty-calendar-resolver.js';
import { ExampleResolver } from './resolvers/example-resolver.js';
import { FunderAccountResolver } from './resolvers/funder-account-resolver.js';
import { ImportWordResolver } from './resolvers/import-word-resolver.js';
import { ImportResolver } from './resolvers/import-resolver.js';
import { InstrumentIncomeResolver } from './resolvers/instrument-income-resolver.js';
import { IncomeResolver } from './resolvers/income-resolver.js';
import { DecisionJobResolver } from './resolvers/decision-job-resolver.js';
import { JobResolver } from './resolvers/job-resolver.js';
import { ModelChecksResolver } from './resolvers/model-checks-resolver.js';
import { ModelFitResolver } from './resolvers/model-fit-resolver.js';
import { ParkOverviewResolver } from './resolvers/park-overview-resolver.js';
import { PolicyComparisonResolver, PolicyDifferenceResolver, TownshipShareResolver } from './resolvers/policy-comparison-resolver.js';
import { ProjectionJobResolver } from './resolvers/projection-job-resolver.js';
import { ProjectResolver } from './resolvers/project-resolver.js';
import { NotebookMutationResolver } from './resolvers/notebook-mutation-resolver.js';
import { NotebookReadingResolver, NotebookResolver } from './resolvers/notebook-resolver.js';
import { NotebookVersionResolver } from './resolvers/notebook-version-resolver.js';
import { ProjectionResolver } from './resolvers/projection-resolver.js';
import { RegisterCatalogueResolver } from './resolvers/register-catalogue-resolver.js';
import { ReportingResolver } from './resolvers/reporting-resolver.js';
import { ReplayResolver } from './resolvers/replay-resolver.js';
import { ResponseCurveResolver } from './resolvers/response-curve-resolver.js';
import { RobustnessResolver } from './resolvers/robustness-resolver.js';
import { RunningYearResolver } from './resolvers/running-year-resolver.js';
import { SensitivityResolver } from './resolvers/sensitivity-resolver.js';
import { ValueOfInformationResolver } from './resolvers/value-of-information-resolver.js';
import { VillageResolver } from './resolvers/village-resolver.js';
import { WorkspaceResolver } from './resolvers/workspace-resolver.js';

/** Inputs that take exactly one field: type-graphql cannot say so, graphql-js checks it once the built type does. */
const ONE_OF = ['GrantPolicyInput'];

/** type-graphql asks for this wherever there are subscriptions; ours each follow a source of their own. */
const NO_TOPICS: PubSub = {
  publish: () => {
    throw new Error('nothing is published by topic');
  },
  subscribe: () => {
    throw new Error('nothing is subscribed to by topic');
  },
};

/** Builds the schema. Inputs are checked by `toScenario` and the resolvers, not by class-validator. */
export function createSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      CountyResolver,
      VillageResolver,
      IncomeResolver,
      InstrumentIncomeResolver,
      ModelFitResolver,
      ModelChecksResolver,
      ProjectionResolver,
      ComparisonResolver,
      ScenarioDifferenceResolver,
      AllocationResolver,
      PolicyComparisonResolver,
      PolicyDifferenceResolver,
      TownshipShareResolver,
      RobustnessResolver,
      SensitivityResolver,
      ValueOfInformationResolver,
      AdoptedPlanResolver,
      PlanYearResolver,
      ResponseCurveResolver,
      RunningYearResolver,
      ReplayResolver,
      BacktestResolver,
      JobResolver,
      ProjectionJobResolver,
      ComparisonJobResolver,
      BacktestJobResolver,
      DecisionJobResolver,
      ExampleResolver,
      ImportResolver,
      ImportWordResolver,
      NotebookResolver,
      NotebookReadingResolver,
      NotebookVersionResolver,
      NotebookMutationResolver,
      AssumptionDefaultResolver,
      WorkspaceResolver,
      BulletinResolver,
      DutyCalendarResolver,
      ParkOverviewResolver,
      ProjectResolver,
      FunderAccountResolver,
      ReportingResolver,
      RegisterCatalogueResolver,
      ...REGISTERS.map(registerQueries),
      ...REGISTERS.filter(({ ruledBy }) => ruledBy === undefined).map(registerMutations),
    ],
    validate: false,
    pubSub: NO_TOPICS,
  });
  for (const name of ONE_OF) {
    const type = schema.getType(name);
    if (type instanceof GraphQLInputObjectType) type.isOneOf = true;
  }
  return schema;
}

/** The schema as text, types and fields in alphabetical order so that a change of the code's order is no change of the text. */
export const printedSchema = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
