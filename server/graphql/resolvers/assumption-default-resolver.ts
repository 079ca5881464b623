import { Query, Resolver } from 'type-graphql';
import { ASSUMPTION_MEANINGS } from '../../scenario/assumption-meanings.js';
import { AssumptionDefault } from '../types/assumption-default.js';

@Resolver()
export class AssumptionDefaultResolver {
  @Query(() => [AssumptionDefault], { description: 'What is assumed where a scenario says nothing.' })
  assumptionDefaults(): AssumptionDefault[] {
    return [...ASSUMPTION_MEANINGS];
  }
}
