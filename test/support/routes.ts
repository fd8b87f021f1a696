import type { Express } from 'express'

/** A layer of an Express router, as far as a walk needs it. */
interface Layer {
  readonly slash: boolean
  readonly handle: { readonly stack?: readonly Layer[] }
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> }
  match(path: string): boolean
}

/**
 * Every address that an app answers, such as `GET /bookings/:reference`, in the order of its routers.
 *
 * @param mounts  the paths at which routers are mounted: Express forgets them
 * @throws if a router is mounted at another path
 */
export function routesOf(app: Express, mounts: readonly string[]): string[] {
  return walk((app as unknown as { router: { stack: Layer[] } }).router.stack, '')

  function walk(stack: readonly Layer[], base: string): string[] {
    return stack.flatMap(layer => {
      if (layer.route) return methodsOf(layer.route).map(method => `${method} ${addressOf(base, layer.route?.path ?? '')}`)
      if (!layer.handle.stack) return []
      return walk(layer.handle.stack, base + mountOf(layer))
    })
  }

  function mountOf(layer: Layer): string {
    if (layer.slash) return ''
    const mount = mounts.find(path => layer.match(path))
    if (mount === undefined) throw new Error(`a router is mounted at none of ${mounts.join(', ')}`)
    return mount
  }
}

/** GET and POST and the like; `all` is for other methods' answers and no address of its own. */
function methodsOf(route: NonNullable<Layer['route']>): string[] {
  return Object.keys(route.methods)
    .filter(method => method !== '_all')
    .map(method => method.toUpperCase())
}

function addressOf(base: string, path: string): string {
  return path === '/' && base !== '' ? base : `${base}${path}`
}
