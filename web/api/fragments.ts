/** What a projection was made from; see `Provenance`. */
export const PROVENANCE = 'seed trials engineVersion dataVersion asOf years';

/** A mean of draws with its Monte Carlo error; see `Estimate`. */
export const ESTIMATE = '{ mean standardError low high }';

/** The mean and the percentiles 5, 25, 50, 75 and 95; see `Distribution`. */
export const DISTRIBUTION = '{ mean bands { percentile value } }';
