/** What stands in mails about a booking. A subject never names the matter: it may be private. */
export const mail = {
  'mail.confirmation-subject': 'Appointment confirmed: {when}',
  'mail.confirmation-lead': 'Your appointment is booked.',
  'mail.moved-subject': 'New time of your appointment: {when}',
  'mail.moved-lead': 'The time of your appointment has been changed. The new time is below.',
  'mail.cancelled-subject': 'Appointment cancelled: {when}',
  'mail.cancelled-lead': 'The appointment has been cancelled. Somebody else will be given the place.',
  'mail.reminder-subject': 'Reminder of your appointment: {when}',
  'mail.reminder-lead':
    'This is a reminder of your appointment. If you cannot come, please cancel it: somebody else will be given the place.',
  'mail.when': 'When: {when}',
  'mail.where': 'Where: {where}',
  'mail.matter': 'Matter: {matter}',
  'mail.reference': 'Booking code: {reference}',
  'mail.come-in': 'You can come in from {time}, not earlier.',
  'mail.bring': 'Please bring:',
  'mail.link': 'Details, change or cancel: {address}',
  'mail.phone': 'Questions: phone {phone}',
  'mail.automatic': 'This message was sent automatically. Please do not reply to it.',
  'calendar.summary': 'Appointment: {office}',
  'calendar.description': 'Booking code: {reference}',
} as const
