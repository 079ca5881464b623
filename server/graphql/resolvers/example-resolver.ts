import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { ScenarioSource } from '../types/example.js';

@Resolver()
export class ExampleResolver {
  @Query(() => [ScenarioSource], { description: 'The worked scenarios that come with the product.' })
  scenarios(@Ctx() { examples }: RequestContext): Promise<ScenarioSource[]> {
    return examples.scenarios();
  }

  @Query(() => ScenarioSource, { nullable: true })
  async scenario(@Ctx() { examples }: RequestContext, @Arg('id', () => ID) id: string): Promise<ScenarioSource | null> {
    return (await examples.scenarios()).find((scenario) => scenario.id === id) ?? null;
  }
}
