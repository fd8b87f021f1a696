import type { Context } from 'mocha'

/**
 * What a test does when this machine lacks something it needs: it is skipped, and the report says so. Where `CI` is
 * set it fails instead, so that nothing goes unproved there.
 */
export function skipOrFail(test: Context, missing: string): never {
  if (process.env['CI']) throw new Error(`${missing}; with CI set this is a failure`)
  return test.skip()
}
