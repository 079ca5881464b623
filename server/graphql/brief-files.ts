import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { writeDocx } from '../briefs/write-docx.js';
import type { Brief } from '../briefs/brief.js';
import { Problem, type Language } from '../base/errors/problem.js';
import { Problems } from '../base/errors/problems.js';
import { fitsShape } from '../scenario/fits-shape.js';
import type { ScenarioSpec } from '../scenario/spec.js';
import { SCENARIO_SHAPE } from '../scenario/spec-shape.js';
import { planById } from './adopted-plans.js';
import { attachment } from './attachment.js';
import { bulletinCircular } from './briefs/bulletin-circular.js';
import { readBulletin } from './read-bulletin.js';
import { parseMonth } from '../base/month.js';
import { askComparisonBrief, type ComparisonBriefAsked } from './briefs/ask-comparison-brief.js';
import { planBrief } from './briefs/plan-brief.js';
import type { RequestContext } from './context.js';
import { languageOf } from './language.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const MOST_TITLE = 200;

interface LanguageQuery {
  readonly language?: string;
}

/**
 * Editable documents: GET /bulletins/{month}/circular.docx of a month's bulletin (?scope= codes of regions, by commas),
 * GET /plans/{id}/brief.docx of an adopted plan, and POST /comparisons/brief.docx
 * with { scenarios, baseline, year, title } as JSON of scenarios side by side. ?language=zh or en; left out: as the browser likes.
 */
export async function serveBriefs(server: FastifyInstance, contextFor: (language: Language) => RequestContext): Promise<void> {
  await server.register(async (scope) => {
    scope.setErrorHandler((error: FastifyError | Problem | Problems, request, reply) => {
      const [problem] = error instanceof Problems ? error.problems : error instanceof Problem ? [error] : [];
      if (!problem) throw error;
      return reply.code(422).send({ code: problem.code, message: problem.text(languageFor(request)), path: problem.path });
    });

    scope.get<{ Params: { id: string }; Querystring: LanguageQuery }>('/plans/:id/brief.docx', async (request, reply) => {
      const context = contextFor(languageFor(request));
      const plan = await planById(context, request.params.id);
      if (!plan) return reply.callNotFound();
      const { counties } = await context.loaders.state();
      const own = counties.filter(({ code }) => plan.summary.counties.includes(code));
      return send(reply, planBrief(plan, own.map(({ name }) => name).join('、'), context.language));
    });

    scope.get<{ Params: { month: string }; Querystring: LanguageQuery & { readonly scope?: string } }>(
      '/bulletins/:month/circular.docx',
      async (request, reply) => {
        const context = contextFor(languageFor(request));
        const { month } = request.params;
        if (parseMonth(month) === undefined) throw new Problem('BULLETIN_MONTH', { value: month }, ['month']);
        const within = request.query.scope?.split(',').filter(Boolean) ?? null;
        const bulletin = await readBulletin(context, within, month);
        const { counties } = await context.loaders.state();
        const own = counties.filter(({ code }) => bulletin.villages.some(({ village }) => village.code.startsWith(code)));
        return send(reply, bulletinCircular(bulletin, own.map(({ name }) => name).join('、'), context.language));
      },
    );

    scope.post<{ Body: unknown; Querystring: LanguageQuery }>('/comparisons/brief.docx', async (request, reply) => {
      return send(reply, await askComparisonBrief(contextFor(languageFor(request)), readAsked(request.body)));
    });
  });
}

async function send(reply: FastifyReply, brief: Brief): Promise<FastifyReply> {
  return reply
    .type(DOCX)
    .header('content-disposition', attachment(`${brief.title}.docx`))
    .header('cache-control', 'no-store')
    .send(await writeDocx(brief));
}

const languageFor = (request: FastifyRequest): Language => {
  const { language } = request.query as LanguageQuery;
  return language === 'zh' || language === 'en' ? language : languageOf(request.headers['accept-language']);
};

/** @throws Problem BRIEF_INPUT where the body is of another form */
function readAsked(body: unknown): ComparisonBriefAsked {
  if (typeof body !== 'object' || body === null) throw new Problem('BRIEF_INPUT', { field: 'body' });
  const { scenarios, baseline = 0, year = null, title } = body as Record<string, unknown>;
  if (!Array.isArray(scenarios) || !scenarios.every((scenario) => fitsShape(scenario, SCENARIO_SHAPE))) {
    throw new Problem('BRIEF_INPUT', { field: 'scenarios' }, ['scenarios']);
  }
  if (typeof baseline !== 'number') throw new Problem('BRIEF_INPUT', { field: 'baseline' }, ['baseline']);
  if (year !== null && !Number.isInteger(year)) throw new Problem('BRIEF_INPUT', { field: 'year' }, ['year']);
  if (title !== undefined && (typeof title !== 'string' || [...title].length > MOST_TITLE)) {
    throw new Problem('BRIEF_INPUT', { field: 'title' }, ['title']);
  }
  return { scenarios: scenarios as ScenarioSpec[], baseline, year: year as number | null, title: title?.trim() || undefined };
}
