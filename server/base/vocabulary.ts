/**
 * The fixed vocabularies of the "1357" method: five modes of collective income, the key industries, six conditions
 * for a grant, and the stages of a project. Codes are the ones of the GraphQL contract; the Chinese words are what
 * spreadsheets and people use.
 */

/** 五个模式: how a village earns. The order is fixed; random numbers and arrays are indexed by it. */
export const MODES = ['INDUSTRY', 'PROPERTY', 'SERVICE', 'RESOURCE', 'TOURISM'] as const;
export type Mode = (typeof MODES)[number];

/** 重点产业: a tag on income, distinct from the mode. */
export const INDUSTRIES = ['SERICULTURE', 'HERBS', 'LIVESTOCK', 'PROPERTY', 'FORESTRY', 'OTHER'] as const;
export type Industry = (typeof INDUSTRIES)[number];

/** The five key industries of the article (I1); OTHER is not one of them. */
export const KEY_INDUSTRIES: readonly Industry[] = ['SERICULTURE', 'HERBS', 'LIVESTOCK', 'PROPERTY', 'FORESTRY'];

/** The six conditions for a grant (六项条件), in the article's order; village files number them 1 to 6. */
export const CRITERIA = ['cohesion', 'achievement', 'willingness', 'organisation', 'assets', 'resources'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** The five stages of a project, then the state past them: only committed projects count in a projection. */
export const STAGES = ['APPLICATION', 'RECOMMENDATION', 'APPROVAL', 'REVIEW', 'PUBLICITY', 'COMMITTED'] as const;
export type Stage = (typeof STAGES)[number];

interface Words {
  /** The word shown in Chinese. */
  readonly zh: string;
  /** The word shown in English. */
  readonly en: string;
  /** Other spellings met in files, compared without case and blanks. */
  readonly also: readonly string[];
}

export const MODE_WORDS: Readonly<Record<Mode, Words>> = {
  INDUSTRY: { zh: '产业', en: 'Industry', also: ['产业经济', '产业模式', '产业经济模式'] },
  PROPERTY: { zh: '物业', en: 'Property', also: ['物业经济', '物业模式', '物业经济模式'] },
  SERVICE: { zh: '服务', en: 'Service', also: ['服务经济', '服务模式', '服务经济模式'] },
  RESOURCE: { zh: '资源', en: 'Resource', also: ['资源经济', '资源模式', '资源经济模式'] },
  TOURISM: { zh: '旅游', en: 'Tourism', also: ['旅游经济', '旅游模式', '旅游经济模式'] },
};

export const INDUSTRY_WORDS: Readonly<Record<Industry, Words>> = {
  SERICULTURE: { zh: '桑蚕', en: 'Sericulture', also: ['桑蚕产业', '蚕桑', '种桑养蚕'] },
  HERBS: { zh: '中草药', en: 'Herbs', also: ['中草药产业', '中药材'] },
  LIVESTOCK: { zh: '养殖', en: 'Livestock', also: ['养殖产业', '养殖业'] },
  PROPERTY: { zh: '物业', en: 'Property', also: ['物业经济', '物业经济产业'] },
  FORESTRY: { zh: '林业', en: 'Forestry', also: ['林业经济', '林业经济产业'] },
  OTHER: { zh: '其他', en: 'Other', also: ['其它', '其他产业'] },
};

export const CRITERION_WORDS: Readonly<Record<Criterion, Words>> = {
  cohesion: { zh: '组织力、凝聚力强', en: 'Strong organisation and cohesion', also: [] },
  achievement: { zh: '建设成效明显', en: 'Visible results', also: [] },
  willingness: { zh: '成员有意愿、有共识、有要求', en: 'Members willing and agreed', also: [] },
  organisation: { zh: '集体经济组织运行规范', en: 'Orderly running of the organisation', also: [] },
  assets: { zh: '资金资产资源管理规范', en: 'Orderly management of funds and assets', also: [] },
  resources: { zh: '具备资产、资源、区位基础', en: 'Assets, resources or location to build on', also: [] },
};

export const STAGE_WORDS: Readonly<Record<Stage, Words>> = {
  APPLICATION: { zh: '申报', en: 'Application', also: [] },
  RECOMMENDATION: { zh: '推荐', en: 'Recommendation', also: [] },
  APPROVAL: { zh: '审批', en: 'Approval', also: [] },
  REVIEW: { zh: '审核', en: 'Review', also: [] },
  PUBLICITY: { zh: '公示', en: 'Publicity', also: ['公示中', '公示期'] },
  COMMITTED: {
    zh: '已立项',
    en: 'Committed',
    also: [
      '立项',
      '已公示',
      '公示结束',
      '公示完成',
      '公示通过',
      '已公示完毕',
      '批复',
      '已批复',
      '实施',
      '实施中',
      '已实施',
      '开工',
      '已开工',
      '建设',
      '在建',
      '建设中',
      '完工',
      '竣工',
      '已完工',
      '交付',
      '已交付',
      '投产',
      '已投产',
      '运营',
      'published',
      'implementation',
      'construction',
      'building',
      'delivered',
      'operating',
      'completed',
      'approved',
      'funded',
      'implemented',
      'running',
      'active',
      '执行',
      '执行中',
      '施工',
      '施工中',
      '资金下达',
      '已拨付',
      '验收',
      '已验收',
      '已完成',
      'done',
    ],
  },
};

/** Finds the code meant by a word of a file: the code itself, a Chinese or English word, or a known variant. */
export function codeOf<Code extends string>(words: Readonly<Record<Code, Words>>, written: string): Code | undefined {
  const plain = (text: string) => text.replace(/\s/g, '').toLowerCase();
  const wanted = plain(written);
  return (Object.keys(words) as Code[]).find((code) =>
    [code, words[code].zh, words[code].en, ...words[code].also].some((word) => plain(word) === wanted),
  );
}
