import { Ctx, Query, Resolver } from 'type-graphql';
import { ASSUMPTION_MEANINGS } from '../../scenario/assumption-meanings.js';
import { valuesOf } from '../../scenario/workspace-defaults.js';
import type { RequestContext } from '../context.js';
import { AssumptionDefault } from '../types/assumption-default.js';

@Resolver()
export class AssumptionDefaultResolver {
  @Query(() => [AssumptionDefault], { description: 'What is assumed in this workspace where a scenario says nothing.' })
  async assumptionDefaults(@Ctx() { loaders }: RequestContext): Promise<AssumptionDefault[]> {
    const values = valuesOf((await loaders.state()).defaults);
    return ASSUMPTION_MEANINGS.map((meaning) => ({ ...meaning, value: values.get(meaning.name) ?? meaning.value }));
  }
}
