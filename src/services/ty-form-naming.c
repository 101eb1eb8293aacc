/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-naming"

#include "config.h"

#include "ty-form-naming.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* How files of one person each are called. Nothing that only identifies somebody is among the words: the name of
 * a file is seen by whoever sees the folder. */
static const char *const words[] = { "no", "name", "mentor", "township", "village", "post", "birth_month", "form", "date",
                                     NULL };

/* Calls @func for what stands in braces, and for what stands between. */
typedef void (*PieceFunc) (const char *piece,
                           gboolean    is_word,
                           gpointer    data);

static void
take_apart (const char *pattern,
            PieceFunc   func,
            gpointer    data)
{
  while (*pattern != '\0')
    {
      const char *open = strchr (pattern, '{');
      const char *end = open != NULL ? strchr (open, '}') : NULL;
      g_autofree char *before = end != NULL ? g_strndup (pattern, open - pattern) : g_strdup (pattern);
      g_autofree char *word = end != NULL ? g_strndup (open + 1, end - open - 1) : NULL;

      func (before, FALSE, data);
      if (word == NULL)
        return;
      func (word, TRUE, data);
      pattern = end + 1;
    }
}

static void
note_unknown (const char *piece,
              gboolean    is_word,
              gpointer    data)
{
  char **unknown = data;

  if (is_word && *unknown == NULL && !g_strv_contains (words, piece))
    *unknown = g_strdup (piece);
}

/**
 * ty_form_naming_check:
 * @pattern: how files are called, with words in braces: `{no}_{name}`
 * @error: %G_IO_ERROR_INVALID_ARGUMENT with the words that there are
 *
 * Returns: whether all words of it are known
 */
gboolean
ty_form_naming_check (const char  *pattern,
                      GError     **error)
{
  g_autofree char *unknown = NULL;
  g_autofree char *all = NULL;

  take_apart (pattern, note_unknown, &unknown);
  if (unknown == NULL)
    return TRUE;

  all = g_strjoinv (", ", (char **) words);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               /* Translators: a word that somebody wrote, and those that there are */
               _("Names of files cannot have “{%s}” in them. There are: %s."), unknown, all);
  return FALSE;
}

/**
 * ty_form_naming_get_default:
 * @template: a form
 *
 * Returns: (transfer none): how its files are called if nobody says otherwise
 */
const char *
ty_form_naming_get_default (TyFormTemplate *template)
{
  switch (ty_form_template_get_of (template))
    {
    case TY_FORM_OF_VILLAGE:
      return "{township}{village}";

    case TY_FORM_OF_PAIRING:
      return "{name}_{mentor}";

    case TY_FORM_OF_PERSON:
    case TY_FORM_OF_PEOPLE:
    default:
      return "{name}";
    }
}

typedef struct
{
  TyFormTemplate *template;
  TyFormValues *values;
  guint number;
  GString *name;
} Naming;

static void
append_piece (const char *piece,
              gboolean    is_word,
              gpointer    data)
{
  Naming *naming = data;
  const char *value;

  if (!is_word)
    g_string_append (naming->name, piece);
  else if (strcmp (piece, "no") == 0)
    g_string_append_printf (naming->name, "%03u", naming->number);
  else if (strcmp (piece, "form") == 0)
    g_string_append (naming->name, ty_form_template_get_title (naming->template));
  else
    {
      value = ty_form_values_get (naming->values, piece);
      /* The form of a village has no name of a person. */
      if (value == NULL && strcmp (piece, "name") == 0)
        value = ty_form_values_get (naming->values, "village");
      g_string_append (naming->name, value != NULL ? value : "");
    }
}

/**
 * ty_form_naming_dup:
 * @pattern: how files are called
 * @template: which form
 * @values: what it says
 * @number: the number of the form among all, from 1
 *
 * Returns: (transfer full): the name without what it ends with; it may have characters that no file can have
 */
char *
ty_form_naming_dup (const char     *pattern,
                    TyFormTemplate *template,
                    TyFormValues   *values,
                    guint           number)
{
  Naming naming = { template, values, number, g_string_new (NULL) };

  take_apart (pattern, append_piece, &naming);
  g_strdelimit (naming.name->str, "\n\t", ' ');
  if (*g_strstrip (naming.name->str) == '\0')
    g_string_assign (naming.name, ty_form_template_get_title (template));
  return g_string_free (naming.name, FALSE);
}
