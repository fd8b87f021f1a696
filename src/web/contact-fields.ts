import { z } from 'zod'

/** An e-mail address as typed, without blanks around it. */
export const emailField = z.string().trim().max(254).pipe(z.email())

/** A phone number in digits after a `+`; nine digits alone are a Polish number. Blanks, dashes and brackets are forgiven. */
export const phoneField = z
  .string()
  .max(40)
  .transform(typed => typed.replace(/[\s\-().]/g, '').replace(/^00/, '+'))
  .refine(digits => /^(\d{9}|\+\d{8,15})$/.test(digits), 'must be nine digits, or + and a number with its country')
  .transform(digits => (digits.startsWith('+') ? digits : `+48${digits}`))
