import { IncomingMessage, ServerResponse, type ServerOptions } from 'node:http'
import type { Express } from 'express'

/**
 * Lets Node's HTTP server make requests and answers that are Express's own from the start.
 *
 * Express gives each request and answer its own prototype when they arrive. Node has prepared them for another one, and
 * loses what it had learned of them: that costs more than all the rest of a small answer. Whatever has the right
 * prototype already is left as it is.
 */
export function bornAs(app: Express): Pick<ServerOptions, 'IncomingMessage' | 'ServerResponse'> {
  return {
    IncomingMessage: madeWith(app.request, IncomingMessage as never) as typeof IncomingMessage,
    ServerResponse: madeWith(app.response, ServerResponse as never) as typeof ServerResponse,
  }
}

/**
 * A constructor that does what the other one does, for objects of another prototype. Node's own two are plain functions.
 * That it comes of the other one tells V8 how many properties to leave room for: without, an answer has so many more that
 * it is kept as a table, and each look at it takes three times as long.
 */
function madeWith(prototype: object, construct: (...given: never[]) => unknown): unknown {
  function Born(this: object, ...given: never[]) {
    construct.apply(this, given)
  }
  Object.setPrototypeOf(Born, construct)
  Born.prototype = prototype
  return Born
}
