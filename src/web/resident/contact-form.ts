import type { BookingPolicy, Language } from '../../domain/city.ts'
import type { Contact } from '../../domain/booking/booking.ts'
import { wordsFor } from '../../language/words.ts'
import { emailField, phoneField } from '../contact-fields.ts'
import type { FieldError } from './party-form.ts'
import { textOf, type Form } from './requested.ts'

/** How to reach the resident, as typed and as read; nothing of it is required. */
export interface ContactAnswer {
  readonly typed: { readonly email: string; readonly phone: string }
  readonly contact: Contact
  readonly errors: readonly FieldError[]
}

/** Reads the contact from a form. What cannot be used is an error; what is empty is absent. */
export function readContact(form: Form, language: Language): ContactAnswer {
  const t = wordsFor(language)
  const typed = { email: textOf(form, 'email').slice(0, 300), phone: textOf(form, 'phone').slice(0, 100) }
  const email = typed.email.trim() === '' ? undefined : emailField.safeParse(typed.email)
  const phone = typed.phone.trim() === '' ? undefined : phoneField.safeParse(typed.phone)
  return {
    typed,
    contact: { language, ...(email?.success && { email: email.data }), ...(phone?.success && { phone: phone.data }) },
    errors: [
      ...(email?.success === false ? [{ field: 'email', text: t('error.email') }] : []),
      ...(phone?.success === false ? [{ field: 'phone', text: t('error.phone') }] : []),
    ],
  }
}

/** That an address or number has as many visits as it may have, said at the field that was filled in. */
export function beyondLimit({ perContact }: BookingPolicy, { email }: Contact, language: Language): FieldError {
  const { open, perDate } = perContact
  return { field: email === undefined ? 'phone' : 'email', text: wordsFor(language)('error.contact-limit', { open, perDate }) }
}
