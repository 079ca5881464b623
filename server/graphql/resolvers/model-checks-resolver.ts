import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { checkAssumptions } from '../../model/assumption-checks.js';
import type { RequestContext } from '../context.js';
import type { FittedCountyView } from '../county-fits.js';
import { ModelFit } from '../types/model-fit.js';
import { Reason } from '../types/projection.js';

@Resolver(() => ModelFit)
export class ModelChecksResolver {
  @FieldResolver(() => [Reason], {
    description: "Where the county's own data do not fit an assumption of the model, or say too little to check it.",
  })
  async checks(
    @Root() { view }: ModelFit & { readonly view: FittedCountyView },
    @Ctx() { loaders, language }: RequestContext,
  ): Promise<Reason[]> {
    const { defaults } = await loaders.state();
    return checkAssumptions(view.record, view.fit, defaults.model).map((problem) => ({
      code: problem.code,
      message: problem.text(language),
    }));
  }
}
