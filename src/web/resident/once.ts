import type { Web } from '../web.ts'
import type { Field } from './party-query.ts'
import { textOf, type Form } from './requested.ts'

/** The name of the page that a form was sent from, under which its buttons ask once, however often they are pressed. */
export function pageName(form: Form): string | undefined {
  const name = textOf(form, 'once')
  return /^[\w-]{22}$/.test(name) ? name : undefined
}

/** A name for a page that has none yet; 128 bits, because whoever knew it would be shown what was asked from that page. */
export function newPageName(web: Web): string {
  return Buffer.from(web.house.random(16)).toString('base64url')
}

/** The field by which a form says the name of its page. */
export function nameField(name: string): Field {
  return ['once', name]
}
