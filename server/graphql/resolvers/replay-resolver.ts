import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ENGINE_VERSION } from '../../allocation/scenario-projection.js';
import { Problem } from '../../base/errors/problem.js';
import { Problems } from '../../base/errors/problems.js';
import { readReplayToken, writeReplayToken } from '../../scenario/replay-token.js';
import type { RequestContext } from '../context.js';
import { toProjection } from '../present/projection.js';
import type { ProjectionView } from '../projections.js';
import { Projection } from '../types/projection.js';

@Resolver(() => Projection)
export class ReplayResolver {
  @Query(() => Projection, {
    description:
      "A projection computed again from its replayToken: the same numbers, bit for bit, whatever the workspace's defaults are now. Where the data or the engine have changed since, it says so instead.",
  })
  async replay(@Ctx() context: RequestContext, @Arg('token', () => String) token: string): Promise<Projection> {
    const { spec, defaults, ...expected } = readReplayToken(token);
    const view = await context.projections.project(context, spec, ['token'], defaults);
    const problems: Problem[] = [];
    const compare = (code: 'DATA_CHANGED' | 'ENGINE_CHANGED', was: string, now: string) => {
      if (was !== now) problems.push(new Problem(code, { was, now }, ['token']));
    };
    compare('DATA_CHANGED', expected.dataVersion, view.dataVersion);
    compare('ENGINE_CHANGED', expected.engineVersion, ENGINE_VERSION);
    if (problems.length) throw new Problems(problems);
    const source: Projection & { readonly view: ProjectionView } = { ...toProjection(view), view };
    return source;
  }

  @FieldResolver(() => String, {
    description: 'All that the numbers follow from, in one text: scenario, defaults, seed, trials and versions. `replay` takes it.',
  })
  replayToken(@Root() { view }: { readonly view: ProjectionView }): string {
    const { dataVersion, engineVersion, written } = view;
    return writeReplayToken({ ...written, dataVersion, engineVersion });
  }
}
