import { Field, ID, ObjectType } from 'type-graphql';
import { JSONValue } from '../scalars.js';

@ObjectType({ description: 'A worked scenario that comes with the product.', simpleResolvers: true })
export class ScenarioSource {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'The YAML text.' })
  source!: string;

  @Field(() => JSONValue, { description: 'The YAML, parsed: a value that ScenarioInput takes.' })
  spec!: unknown;
}
