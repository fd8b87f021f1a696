import assert from 'node:assert/strict'
import { hashPassword, isPassword } from '../../../src/use-cases/staff/passwords.ts'

describe('Passwords', () => {
  it('are right or wrong, and nobody’s where there is no account or no hash', async () => {
    const kept = await hashPassword('cztery zwykłe słowa')
    assert.match(kept, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    assert.equal(await isPassword(kept, 'cztery zwykłe słowa'), true)
    assert.equal(await isPassword(kept, 'Cztery zwykłe słowa'), false)
    assert.equal(await isPassword(undefined, 'nobody has this password'), false)
    assert.equal(await isPassword('none', 'none'), false)
  })

  it('take about as long to check for a name that nobody has', async () => {
    const kept = await hashPassword('cztery zwykłe słowa')
    const [known, unknown]: [number[], number[]] = [[], []]
    for (let round = 0; round < 6; round += 1) {
      known.push(await millisecondsFor(kept))
      unknown.push(await millisecondsFor(undefined))
    }
    assert.ok(Math.min(...unknown) > Math.min(...known) / 2, `${Math.min(...unknown)} ms against ${Math.min(...known)} ms`)
  })
})

async function millisecondsFor(kept: string | undefined): Promise<number> {
  const start = performance.now()
  await isPassword(kept, 'wrong')
  return performance.now() - start
}
