import assert from 'node:assert/strict'
import { matchingStep, newTotpSecret, totpAddress, totpCode, totpStep } from '../../../src/use-cases/staff/totp.ts'

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The secrets of RFC 6238, appendix B: the digits 1234567890 over and over, 20, 32 and 64 bytes long. */
function secretOf(bytes: number): string {
  const bits = Array.from({ length: bytes }, (_, i) => (48 + ((i + 1) % 10)).toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map(five => base32.charAt(Number.parseInt(five.padEnd(5, '0'), 2))).join('')
}

describe('Codes of telephones', () => {
  const vectors = [
    ['1970-01-01T00:00:59.000Z', '94287082', '46119246', '90693936'],
    ['2005-03-18T01:58:29.000Z', '07081804', '68084774', '25091201'],
    ['2005-03-18T01:58:31.000Z', '14050471', '67062674', '99943326'],
    ['2009-02-13T23:31:30.000Z', '89005924', '91819424', '93441116'],
    ['2033-05-18T03:33:20.000Z', '69279037', '90698825', '38618901'],
    ['2603-10-11T11:33:20.000Z', '65353130', '77737706', '47863826'],
  ] as const
  for (const [instant, sha1, sha256, sha512] of vectors) {
    it(`are those of RFC 6238 at ${instant}`, () => {
      const step = totpStep(instant)
      assert.equal(totpCode(secretOf(20), step, 'sha1', 8), sha1)
      assert.equal(totpCode(secretOf(32), step, 'sha256', 8), sha256)
      assert.equal(totpCode(secretOf(64), step, 'sha512', 8), sha512)
    })
  }

  it('are taken half a minute early or late, with blanks, and no further off', () => {
    const secret = secretOf(20)
    const now = '2020-05-11T05:55:10.000Z'
    const step = totpStep(now)
    const taken = [-2, -1, 0, 1, 2].map(off => matchingStep(secret, totpCode(secret, step + off), now))
    assert.deepEqual(taken, [undefined, step - 1, step, step + 1, undefined])
    assert.equal(matchingStep(secret, totpCode(secret, step).replace(/^.../, '$& '), now), step)
    for (const nonsense of ['', '12345', '1234567', 'ąąąąąą', '\u0000'])
      assert.equal(matchingStep(secret, nonsense, now), undefined)
  })

  it('come from a secret of 160 bits that a telephone reads from an address', () => {
    const secret = newTotpSecret(count => Uint8Array.from({ length: count }, (_, i) => i * 7))
    assert.match(secret, /^[A-Z2-7]{32}$/)
    assert.equal(
      totpAddress('Okienko', 'anna@x.pl', 'ABC'),
      'otpauth://totp/Okienko:anna%40x.pl?secret=ABC&issuer=Okienko&algorithm=SHA1&digits=6&period=30',
    )
  })
})
