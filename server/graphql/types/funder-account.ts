import { Field, Int, ObjectType } from 'type-graphql';
import { fundings } from '../../supervision/registers/funding.js';
import { inputType } from '../registers/field-types.js';
import { Yuan } from '../scalars.js';

@ObjectType({ description: 'What a funder has given and what became of it.', simpleResolvers: true })
export class FunderAccount {
  @Field(() => String)
  funder!: string;

  @Field(() => inputType(fundings.fields.level), { nullable: true, description: 'Null where nothing is booked.' })
  level!: string | null;

  @Field(() => Yuan, { description: '下达: made available.' })
  allotted!: number;

  @Field(() => Yuan, { description: "Capital of the library's committed projects that name the funder." })
  committed!: number;

  @Field(() => Int)
  committedProjects!: number;

  @Field(() => Yuan, { description: 'Capital of its projects that are still in the stages of approval.' })
  inApproval!: number;

  @Field(() => Yuan, { description: '拨付: paid out, before anything was taken back.' })
  paid!: number;

  @Field(() => Yuan, { description: '收回: taken back of what was paid out.' })
  returned!: number;

  @Field(() => Yuan, { description: 'Allotted, less paid, plus returned. Below nothing: more was paid than allotted.' })
  left!: number;

  @Field(() => Int)
  bookings!: number;
}
