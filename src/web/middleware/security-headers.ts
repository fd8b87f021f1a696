import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import helmet from 'helmet'
import type { RequestHandler } from 'express'

/**
 * What a browser may do with our pages: load from here, send forms here, be framed nowhere, run nothing that stands in the
 * page itself. With what the API answers it may do nothing at all; what is said of pages only is left out there.
 */
export function securityHeaders(https: boolean): RequestHandler {
  const [ofPages, ofData] = [helmetForPages(https), helmetForData(https)].map(headersOf) as [Header[], Header[]]
  return (req, res, next) => {
    for (const [name, value] of req.url.startsWith('/api/v1/') ? ofData : ofPages) res.setHeader(name, value)
    next()
  }
}

type Header = readonly [name: string, value: string]

function helmetForPages(https: boolean) {
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
    ...ofBoth(https),
  })
}

function helmetForData(https: boolean) {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    ...ofBoth(https),
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  })
}

function ofBoth(https: boolean) {
  return { strictTransportSecurity: https, referrerPolicy: { policy: 'same-origin' }, xFrameOptions: { action: 'deny' } } as const
}

/** Helmet says the same to every request, so it is asked once. */
function headersOf(helmet: ReturnType<typeof helmetForPages>): Header[] {
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  helmet(request, response, cause => {
    if (cause !== undefined) throw new Error('helmet cannot use its settings', { cause })
  })
  return Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)])
}
