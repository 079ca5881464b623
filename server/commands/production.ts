/**
 * Imported before anything else: graphql checks every value for a second copy of itself unless it runs in production, and
 * looks only once, when it is loaded. That costs a moved slider some milliseconds.
 */
process.env['NODE_ENV'] ??= 'production';
