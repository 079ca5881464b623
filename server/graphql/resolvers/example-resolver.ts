import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { NotebookSource, ScenarioSource } from '../types/example.js';

@Resolver()
export class ExampleResolver {
  @Query(() => [NotebookSource], { description: 'The notebooks that come with the product.' })
  notebooks(@Ctx() { examples }: RequestContext): Promise<NotebookSource[]> {
    return examples.notebooks();
  }

  @Query(() => NotebookSource, { nullable: true })
  async notebook(@Ctx() { examples }: RequestContext, @Arg('id', () => ID) id: string): Promise<NotebookSource | null> {
    return (await examples.notebooks()).find((notebook) => notebook.id === id) ?? null;
  }

  @Query(() => [ScenarioSource], { description: 'The worked scenarios that come with the product.' })
  scenarios(@Ctx() { examples }: RequestContext): Promise<ScenarioSource[]> {
    return examples.scenarios();
  }

  @Query(() => ScenarioSource, { nullable: true })
  async scenario(@Ctx() { examples }: RequestContext, @Arg('id', () => ID) id: string): Promise<ScenarioSource | null> {
    return (await examples.scenarios()).find((scenario) => scenario.id === id) ?? null;
  }
}
