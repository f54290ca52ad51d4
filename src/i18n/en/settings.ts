/** The settings tab, and what is said of stored settings. */
export const settings = {
  unreadable:
    'Omnivore Rescue can’t read its settings. It works by its defaults and leaves the file as it is.',
};
