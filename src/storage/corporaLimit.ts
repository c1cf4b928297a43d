/** How many sets of pairs are kept on a device: apart from the database, so that texts can tell it without. */

export const MOST_CORPORA = 20;
