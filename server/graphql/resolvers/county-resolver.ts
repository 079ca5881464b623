import { Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { toCounty } from '../present/county.js';
import { County } from '../types/county.js';

@Resolver(() => County)
export class CountyResolver {
  @Query(() => [County], { description: 'Every county loaded, in ascending order of code.' })
  async counties(@Ctx() { loaders }: RequestContext): Promise<County[]> {
    return (await loaders.state()).counties.map(toCounty);
  }
}
