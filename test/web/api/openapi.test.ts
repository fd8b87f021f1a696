import assert from 'node:assert/strict'
import { Router } from 'express'
import { namedAnswers, problem } from '../../../src/web/api/answers.ts'
import { calls } from '../../../src/web/api/calls.ts'
import { exampleAnswers, exampleRefusal } from '../../../src/web/api/examples.ts'
import { openApi } from '../../../src/web/api/openapi.ts'
import { addApi, expressPath } from '../../../src/web/api/routes.ts'
import { onBothEngines } from '../../support/database.ts'
import { aWeb } from '../../support/web.ts'
import type { Web } from '../../../src/web/web.ts'

type Methods = Readonly<Record<string, unknown>>
const methods = ['get', 'post']

describe('The OpenAPI document', () => {
  const document = openApi()
  const documented = Object.entries(document.paths).flatMap(([path, here]) =>
    Object.keys(here).map(method => `${method} ${path}`),
  )

  it('tells every call that the routes know, and no other', () => {
    const router = Router()
    addApi(router, {} as Web, () => undefined)
    const stack = router.stack as unknown as { route?: { path: string; methods: Methods } }[]
    const routed = stack.flatMap(({ route }) =>
      methods.filter(method => route?.methods[method]).map(method => `${method} ${route?.path}`),
    )
    const expected = [
      ...documented.map(call => call.replace(/ .*/, path => ` ${expressPath(path.trim())}`)),
      'get /api/v1/openapi.json',
    ]
    assert.deepEqual(routed.sort(), expected.sort())
  })

  it('tells every call that the contract names', () => {
    assert.deepEqual(documented.sort(), [
      'get /bookings/{reference}',
      'get /offices',
      'get /offices/{office}/days/{date}/occupancy',
      'get /services',
      'get /services/{service}/times',
      'post /bookings',
      'post /bookings/{reference}/cancellation',
      'post /bookings/{reference}/move',
      'post /holds',
    ])
  })

  it('refers only to schemas that it holds, and names every parameter of its paths', () => {
    const text = JSON.stringify(document)
    const names = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(found => found[1])
    assert.deepEqual(
      [...new Set(names)].filter(name => !(String(name) in namedAnswers)),
      [],
    )
    for (const [path, here] of Object.entries(document.paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(found => found[1])
      for (const operation of Object.values(here) as { parameters: { in: string; name: string }[] }[]) {
        assert.deepEqual(
          operation.parameters.filter(each => each.in === 'path').map(each => each.name),
          inPath,
        )
      }
    }
  })

  it('says what of a body is needed', () => {
    const holds = document.paths['/holds'] as {
      post: { requestBody: { content: Record<string, { schema: { required: string[] } }> } }
    }
    const { required } = holds.post.requestBody.content['application/json']?.schema ?? { required: [] }
    assert.deepEqual([...required].sort(), ['date', 'office', 'persons', 'service', 'time'])
  })
})

describe('The examples of the documentation', () => {
  for (const call of calls) {
    it(`are what ${call.name} takes and answers`, () => {
      if (call.body) assert.ok(call.body.safeParse(call.exampleBody).success)
      const schema = Object.values(call.answers).find(answer => answer.schema)?.schema
      assert.deepEqual(schema?.parse(exampleAnswers[call.name]), exampleAnswers[call.name])
    })
  }

  it('are what a refusal looks like', () => {
    assert.deepEqual(problem.parse(exampleRefusal), exampleRefusal)
  })
})

onBothEngines('The documentation', open => {
  it('is a page that tells every call and loads nothing from elsewhere', async () => {
    const { get } = await aWeb(await open())
    const { text, status } = await get('/api')
    assert.equal(status, 200)
    for (const call of calls) assert.ok(text.includes(`/api/v1${call.path}`), call.name)
    assert.match(text, /href="\/assets\/api\.[0-9a-f]{10}\.css"/)
    assert.doesNotMatch(text, /(src|href)="(https?:)?\/\//)
  })

  it('is served to machines', async () => {
    const { get } = await aWeb(await open())
    const answer = await get('/api/v1/openapi.json')
    assert.deepEqual(answer.body, openApi())
    assert.equal((await get('/api/v1/openapi.json').set('If-None-Match', answer.headers['etag'] ?? '')).status, 304)
  })
})
