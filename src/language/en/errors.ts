import type { errors as official } from '../pl/errors.ts'

/** What went wrong, and what to do now. */
export const errors: Readonly<Record<keyof typeof official, string>> = {
  'error.summary': 'The form needs correcting',
  'error.persons': 'Number of persons: please enter a number from {least} to {most}.',
  'error.companions': 'There cannot be more accompanying persons than persons in all.',
  'error.time': 'Please choose a time from the list.',
  'error.email': 'E-mail address: please check that it has an @ and a dot, for example jan.nowak@example.pl.',
  'error.phone': 'Phone number: please enter 9 digits, or a foreign number beginning with +.',
  'error.not-found-title': 'There is no such page',
  'error.not-found-text': 'The address may have changed or be mistyped. You can look up a booking by its code and password.',
  'error.conflict-title': 'This cannot be done now',
  'error.conflict-text': 'Something has changed in the meantime. Please check your booking and try again.',
  'error.bad-request-title': 'We do not understand this request',
  'error.bad-request-text': 'Please go back to the previous page and try again.',
  'error.forbidden-title': 'No access',
  'error.forbidden-text': 'Please open the page again and try once more.',
  'error.fields-title': 'The form needs correcting',
  'error.fields-text': 'Please go back to the form and correct it.',
  'error.too-many-title': 'Too many attempts',
  'error.too-many-text': 'Please wait a moment and try again. You can also book by telephone.',
  'error.fault-title': 'Something went wrong on our side',
  'error.fault-text': 'We are sorry. Nothing was saved without a confirmation. Please try again in a moment, or call.',
  'error.unavailable-title': 'A short break',
  'error.unavailable-text': 'The program is busy or restarting. Please try again in a minute.',
  'error.number': 'Report number: {id}',
  'error.home': 'Start page',
}
