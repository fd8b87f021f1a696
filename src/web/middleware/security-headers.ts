import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import helmet from 'helmet'
import type { RequestHandler } from 'express'

/** What a browser may do with our pages: load from here, send forms here, be framed nowhere, run nothing that stands in the page itself. */
export function securityHeaders(https: boolean): RequestHandler {
  const headers = headersOf(helmetFor(https))
  return (_req, res, next) => {
    res.setHeaders(headers)
    next()
  }
}

function helmetFor(https: boolean) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        scriptSrcAttr: ["'none'"],
        styleSrcAttr: ["'none'"],
        imgSrc: ["'self'", 'data:'],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  })
}

/** Helmet says the same to every request, so it is asked once. */
function headersOf(helmet: ReturnType<typeof helmetFor>): Map<string, string> {
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  helmet(request, response, cause => {
    if (cause !== undefined) throw new Error('helmet cannot use its settings', { cause })
  })
  return new Map(Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]))
}
