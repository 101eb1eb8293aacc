/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-search"

#include "config.h"

#include "ty-roster-search.h"

#include "ty-pinyin.h"
#include "ty-text.h"

#include <string.h>

/**
 * TyRosterSearch:
 *
 * What a user typed to find people: part of a name or of a village in either script, pinyin or
 * initials, or a whole ID number.
 */
struct _TyRosterSearch
{
  char *folded;  /* (owned) */
  char *letters; /* (owned): the empty text where there is more than letters */
  char *number;  /* (owned) */
};

/* Pinyin is searched with what can be pinyin: `张3` and `zhang 3` are not. */
static gboolean
can_be_pinyin (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN || g_unichar_isdigit (c))
        return FALSE;
    }
  return TRUE;
}

/**
 * ty_roster_search_new:
 * @text: (nullable): what was typed
 *
 * Returns: (transfer full): the search
 */
TyRosterSearch *
ty_roster_search_new (const char *text)
{
  TyRosterSearch *self = g_new0 (TyRosterSearch, 1);
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  self->folded = ty_text_fold (valid);
  self->letters = can_be_pinyin (valid) ? ty_pinyin_search_key (valid) : g_strdup ("");
  self->number = ty_text_clean_code (valid);
  return self;
}

void
ty_roster_search_free (TyRosterSearch *self)
{
  g_free (self->folded);
  g_free (self->letters);
  g_free (self->number);
  g_free (self);
}

void
ty_roster_keys_clear (TyRosterKeys *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->letters, g_free);
  g_clear_pointer (&self->initials, g_free);
}

/**
 * ty_roster_search_is_empty:
 * @self: a search
 *
 * Returns: whether it asks for nothing, so that everybody is found
 */
gboolean
ty_roster_search_is_empty (TyRosterSearch *self)
{
  return *self->folded == '\0';
}

static void
fill_keys (TyRosterKeys            *keys,
           const TyRosterPersonRow *person)
{
  g_autofree char *made = person->pinyin == NULL ? ty_pinyin_for_name (person->name) : NULL;
  const char *pinyin = made != NULL ? made : person->pinyin;

  keys->name = ty_text_fold (person->name);
  keys->letters = ty_pinyin_search_key (pinyin);
  keys->initials = ty_pinyin_initials (pinyin);
}

/**
 * ty_roster_search_matches:
 * @self: a search
 * @person: a person
 * @keys: (inout): the person’s keys, which are made when they are first needed
 *
 * Returns: whether the person is found by name, pinyin, initials or ID number
 */
gboolean
ty_roster_search_matches (TyRosterSearch           *self,
                          const TyRosterPersonRow  *person,
                          TyRosterKeys             *keys)
{
  if (keys->name == NULL)
    fill_keys (keys, person);

  return strstr (keys->name, self->folded) != NULL
         || (*self->letters != '\0' && (strstr (keys->letters, self->letters) != NULL
                                        || strstr (keys->initials, self->letters) != NULL))
         || g_strcmp0 (person->id_number, self->number) == 0;
}

/**
 * ty_roster_search_matches_unit:
 * @self: a search
 * @folded: the folded name of a unit
 *
 * Returns: whether it has the name that was typed, or part of it
 */
gboolean
ty_roster_search_matches_unit (TyRosterSearch *self,
                               const char     *folded)
{
  return strstr (folded, self->folded) != NULL;
}
