import { formatMonth, monthOf } from '../../base/month.js';
import { between, happens, nobody, oneOf } from './chance.js';
import { dayOf, LAST_MONTH, YEAR, type CountyFacts } from './county-facts.js';
import type { WrittenValues } from './generated-register.js';

const UNITS = ['县农业农村局', '县财政局', '县扶贫办', '县林业局', '县文旅局'];
const SPONSORS = ['某市直单位', '某县直单位', '某国有企业', '某高等学校'];

/** The duties that the article names, with who owes them; `key` lets records refer to them. */
export function dutiesOf({ county }: CountyFacts): (WrittenValues & { readonly key: string })[] {
  const since = formatMonth(monthOf(YEAR, 1));
  return [
    { key: 'county', body: 'COUNTY_COMMITTEE', owner: '县委、县政府', what: '研究村级集体经济工作', cadence: 'HALF_YEARLY', since },
    {
      key: 'group',
      body: 'LEADING_GROUP',
      owner: '县发展壮大村级集体经济工作领导小组',
      what: '召开领导小组会议',
      cadence: 'QUARTERLY',
      since,
    },
    ...UNITS.map((owner) => ({ key: owner, body: 'MEMBER_UNIT', owner, what: '研究推进村级集体经济工作', cadence: 'QUARTERLY', since })),
    ...SPONSORS.map((owner) => ({ key: owner, body: 'SPONSOR_UNIT', owner, what: '到派驻村调研指导', cadence: 'QUARTERLY', since })),
    ...county.townships.map(({ code, name }) => ({
      key: code,
      body: 'TOWNSHIP',
      owner: `${name}党委、政府`,
      what: '研究村级集体经济工作',
      cadence: 'MONTHLY',
      since,
      township: code,
    })),
  ];
}

const PERIODS: Readonly<Record<string, number>> = { MONTHLY: 1, QUARTERLY: 3, HALF_YEARLY: 6, YEARLY: 12 };

/** What was held of the duties: most of it; some townships have let a month go by. */
export function dutyRecordsOf(duties: readonly (WrittenValues & { readonly key: string; readonly id: string })[]): WrittenValues[] {
  return duties.flatMap(({ id, key, what, cadence, owner }) => {
    const months = PERIODS[String(cadence)]!;
    const rows: WrittenValues[] = [];
    for (let first = monthOf(YEAR, 1); first + months - 1 <= LAST_MONTH + months - 1 && first <= LAST_MONTH; first += months) {
      const last = Math.min(first + months - 1, LAST_MONTH);
      if (!happens(first + months - 1 <= LAST_MONTH ? 0.88 : 0.4, 'held', key, first)) continue;
      const heldOn = dayOf(between(first, last, 'held in', key, first), between(3, 26, 'held on', key, first));
      rows.push({ duty: id, heldOn, topic: String(what), minutes: `${String(owner)}研究了到账进度、在建项目和逾期收益。` });
    }
    return rows;
  });
}

export const workPlansOf = ({ county }: CountyFacts): WrittenValues[] => [
  {
    year: YEAR,
    unit: '县领导小组办公室',
    title: '2020 年发展壮大村级集体经济工作方案',
    plan: '全县各村达到 5 万元，其中 20 个村达到 10 万元。',
  },
  ...county.townships
    .filter(({ code }) => happens(0.8, 'plan', code))
    .map(({ code, name }) => ({ year: YEAR, unit: `${name}人民政府`, title: `${name}2020 年逐村目标任务`, township: code, plan: null })),
];

export const sponsorshipsOf = ({ villages }: CountyFacts): WrittenValues[] =>
  villages
    .filter(({ code }) => happens(0.12, 'sponsored', code))
    .map(({ code }) => {
      const kind = oneOf(['MONEY', 'PROJECT', 'TECHNOLOGY'], 'sponsorship', code);
      return {
        village: code,
        sponsor: oneOf(SPONSORS, 'sponsor', code),
        kind,
        what: { MONEY: '帮扶资金', PROJECT: '援建晒场', TECHNOLOGY: '养蚕技术培训' }[kind]!,
        amount: kind === 'TECHNOLOGY' ? null : between(2, 12, 'sponsored amount', code) * 10_000,
        givenOn: dayOf(between(monthOf(YEAR, 1), LAST_MONTH, 'sponsored in', code), 15),
      };
    });

export const appraisalsOf = ({ county }: CountyFacts): WrittenValues[] =>
  county.townships.flatMap(({ code, name }) =>
    ['PARTY_BUILDING', 'POVERTY_RELIEF', 'REVITALISATION'].map((kind, index) => ({
      kind,
      year: YEAR - 1,
      unit: `${name}党委、政府`,
      township: code,
      score: between(72, 96, 'appraisal', code, index),
      finding: null,
    })),
  );

export const cadresOf = ({ villages }: CountyFacts): WrittenValues[] =>
  villages.map(({ code }) => ({
    village: code,
    person: nobody(`secretary ${code}`),
    post: '村党组织书记',
    since: '2017-09-01',
    monthlyPay: between(24, 32, 'pay', code) * 100,
    target: '全年村集体收入达到目标，按月公开账目',
  }));

export const trainingsOf = ({ county }: CountyFacts): WrittenValues[] => [
  { heldOn: '2020-03-18', topic: '村集体经济财务管理', organiser: '县农业农村局', attendees: 131, days: 2 },
  { heldOn: '2020-04-21', topic: '桑园管理与小蚕共育', organiser: '县农业农村局', attendees: 64, days: 3 },
  ...county.townships.slice(0, 4).map(({ code, name }) => ({
    heldOn: dayOf(LAST_MONTH, between(6, 28, 'training', code)),
    topic: '承包合同清理规范',
    organiser: `${name}人民政府`,
    attendees: between(12, 40, 'attendees', code),
    days: 1,
    township: code,
  })),
];

export const talentsOf = ({ villages }: CountyFacts): WrittenValues[] =>
  villages
    .filter(({ code }) => happens(0.1, 'talent', code))
    .map(({ code }) => ({
      village: code,
      person: nobody(`talent ${code}`),
      kind: oneOf(['LEADER', 'TECHNICIAN', 'MANAGER'], 'talent kind', code),
      origin: oneOf(['TRAINED', 'BROUGHT_IN'], 'talent origin', code),
      since: '2019-10-01',
      skill: oneOf(['小蚕共育', '芒果整形修剪', '生猪疫病防控', '电商销售'], 'skill', code),
    }));
