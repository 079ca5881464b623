import { Field, ID, InputType, Int } from 'type-graphql';
import { JSONValue } from '../scalars.js';

const EDITOR = 'Who changes it, as they want to be called; up to 40 characters.';

@InputType({ description: 'From an example or notebook, from YAML, from a spec, or blank.' })
export class CreateNotebookInput {
  @Field(() => ID, {
    nullable: true,
    description:
      '8 to 64 lower-case letters, digits and hyphens; left out, the server chooses. The same creation sent again with the same id creates nothing twice.',
  })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'Left out: the title of the content, else a word for having none.' })
  title?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The notebook or example to copy. Where source or spec gives the content, only where that came from.',
  })
  from?: string | null;

  @Field(() => String, { nullable: true, description: 'The content as YAML; up to 256 KB.' })
  source?: string | null;

  @Field(() => JSONValue, { nullable: true, description: 'The content as JSON, in the form of Notebook.spec.' })
  spec?: unknown;

  @Field(() => String, { nullable: true, description: EDITOR })
  editor?: string | null;
}

@InputType()
export class SaveNotebookInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'The revision that the change is based on.' })
  revision!: number;

  @Field(() => JSONValue, { description: 'The whole notebook in the form of Notebook.spec; up to 256 KB, 200 cells.' })
  spec!: unknown;

  @Field(() => String, { nullable: true, description: EDITOR })
  editor?: string | null;
}

@InputType()
export class NameNotebookVersionInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  revision!: number;

  @Field(() => String, { nullable: true, description: 'Up to 80 characters; null takes the name away.' })
  name?: string | null;
}

@InputType()
export class RestoreNotebookVersionInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'The revision whose content is to come back.' })
  version!: number;

  @Field(() => Int, { description: 'The revision that the notebook is at, as far as the sender knows.' })
  revision!: number;

  @Field(() => String, { nullable: true, description: EDITOR })
  editor?: string | null;
}

@InputType()
export class NotebookIdInput {
  @Field(() => ID)
  id!: string;
}
