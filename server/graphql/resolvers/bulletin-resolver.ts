import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { readBulletin } from '../read-bulletin.js';
import { YearMonth } from '../scalars.js';
import { Bulletin } from '../types/bulletin.js';

@Resolver(() => Bulletin)
export class BulletinResolver {
  @Query(() => Bulletin, {
    description: 'The monthly bulletin: what came in, what was to be expected, how sure the target is, what to look at, and who must act.',
  })
  bulletin(
    @Ctx() context: RequestContext,
    @Arg('scope', () => [ID], { nullable: true }) scope: string[] | null,
    @Arg('month', () => YearMonth) month: string,
  ): Promise<Bulletin> {
    return readBulletin(context, scope, month);
  }
}
