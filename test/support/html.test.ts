import assert from 'node:assert/strict'
import { assertValidHtml } from './html.ts'

describe('The judge of HTML', () => {
  const page = (body: string) => `<!DOCTYPE html>
<html lang="pl">
  <head><meta charset="utf-8"><title>Okienko</title></head>
  <body>
    <main><h1>Umów wizytę</h1>${body}</main>
  </body>
</html>`

  it('accepts a plain page', () => {
    assertValidHtml(
      page(
        '<form method="post" action="/x"><label for="a">Kto</label><input id="a" name="a" type="text"><button type="submit">Dalej</button></form>',
      ),
    )
  })

  it('names line and reason of a fault', () => {
    assert.throws(() => assertValidHtml(page('<p style="color: red">')), /5: .*no-inline-style/)
    assert.throws(() => assertValidHtml(page('<input id="a" type="text">')), /label/)
    assert.throws(() => assertValidHtml(page('<div></span>')), /close-order/)
  })
})
