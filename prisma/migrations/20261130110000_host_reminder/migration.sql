-- The host of a site visit is told that its list of visitors is ready, and that a draft it had agreed to has moved.
ALTER TYPE "ReminderStep" ADD VALUE 'HOST_DAY_1';
ALTER TYPE "ReminderStep" ADD VALUE 'HOST_MOVED';
