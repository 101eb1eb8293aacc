/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-custom-field"

#include "config.h"

#include "ty-custom-field.h"

#include "ty-code-list.h"
#include "ty-date.h"
#include "ty-entry.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NAME_WIDTH 20    /* Chinese characters: a heading has no room for more */
#define VALUE_WIDTH 100  /* Chinese characters of a value */
#define CHOICE_WIDTH 20  /* Chinese characters of a choice */
#define MOST_CHOICES 60
#define MOST_DIGITS 15   /* which a double keeps exactly */
#define WORD_PREFIX "own:"

/**
 * TyCustomField:
 *
 * A field of people which the county itself has defined. The kind is a key of the code list
 * `custom_kind`; of a choice, the choices stand in one text, joined by
 * %TY_CUSTOM_FIELD_SEPARATOR.
 */
static const TyFieldInfo fields[] = {
  [TY_CUSTOM_FIELD_ID] = TY_KEY ("id", "id", NULL),
  [TY_CUSTOM_FIELD_NAME] = TY_REQUIRED_TEXT ("name", "name", N_("Field name"), TY_PRIVACY_INTERNAL, NAME_WIDTH),
  [TY_CUSTOM_FIELD_KIND] = TY_REQUIRED_CHOICE ("kind", "kind", N_("Kind of field"), "custom_kind"),
  [TY_CUSTOM_FIELD_CHOICES] = TY_TEXT ("choices", "choices", N_("Choices"), TY_PRIVACY_INTERNAL, 0),
  [TY_CUSTOM_FIELD_PRIVACY] = TY_REQUIRED_CHOICE ("privacy", "privacy", N_("Privacy"), "privacy"),
  [TY_CUSTOM_FIELD_POSITION] = TY_COUNT ("position", "position", N_("Position")),
  [TY_CUSTOM_FIELD_NOTE] = TY_TEXT ("note", "note", N_("Note"), TY_PRIVACY_INTERNAL, 200),
};

const TyRecordInfo ty_custom_field_info = {
  .table = "custom_field",
  .label = N_("Field of the county"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 1,
  .get_type = ty_custom_field_get_type,
};

TY_DEFINE_RECORD (TyCustomField, ty_custom_field)

static const char *const kind_words[] = {
  [TY_CUSTOM_KIND_TEXT] = "text",     [TY_CUSTOM_KIND_NUMBER] = "number",
  [TY_CUSTOM_KIND_DATE] = "date",     [TY_CUSTOM_KIND_CHOICE] = "choice",
  [TY_CUSTOM_KIND_YES_NO] = "yes-no",
};

/**
 * ty_custom_field_get_kind:
 * @self: a field
 *
 * Returns: what it holds; a kind of a newer program is read as text
 */
TyCustomKind
ty_custom_field_get_kind (TyCustomField *self)
{
  const char *word = ty_record_get_text (TY_RECORD (self), TY_CUSTOM_FIELD_KIND);

  for (guint i = 0; i < G_N_ELEMENTS (kind_words); i++)
    if (g_strcmp0 (kind_words[i], word) == 0)
      return i;

  return TY_CUSTOM_KIND_TEXT;
}

/**
 * ty_custom_field_get_privacy:
 * @self: a field
 *
 * Returns: the privacy class of its values; what is not understood counts as sensitive
 */
TyPrivacy
ty_custom_field_get_privacy (TyCustomField *self)
{
  const char *word = ty_record_get_text (TY_RECORD (self), TY_CUSTOM_FIELD_PRIVACY);

  if (g_strcmp0 (word, "public") == 0)
    return TY_PRIVACY_PUBLIC;
  if (g_strcmp0 (word, "internal") == 0)
    return TY_PRIVACY_INTERNAL;

  return TY_PRIVACY_SENSITIVE;
}

/**
 * ty_custom_field_get_key:
 * @self: a field
 *
 * Returns: its key
 */
gint64
ty_custom_field_get_key (TyCustomField *self)
{
  return ty_record_get_integer (TY_RECORD (self), TY_CUSTOM_FIELD_ID);
}

/**
 * ty_custom_field_get_name:
 * @self: a field
 *
 * Returns: (transfer none): what it is called
 */
const char *
ty_custom_field_get_name (TyCustomField *self)
{
  const char *name = ty_record_get_text (TY_RECORD (self), TY_CUSTOM_FIELD_NAME);

  return name != NULL ? name : "";
}

/* Whoever types choices parts them in one of many ways. */
static gboolean
is_separator (gunichar c)
{
  static const gunichar separators[] = { '\n', '\r', ',', ';', 0x3001, 0xFF0C, 0xFF1B };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (c == separators[i])
      return TRUE;

  return FALSE;
}

static void
take_choice (GPtrArray *choices,
             char      *choice)
{
  if (*choice == '\0' || g_ptr_array_find_with_equal_func (choices, choice, g_str_equal, NULL))
    g_free (choice);
  else
    g_ptr_array_add (choices, choice);
}

/**
 * ty_custom_field_list_choices:
 * @self: a field
 *
 * Returns: (transfer full) (array zero-terminated=1): the choices, each once
 */
char **
ty_custom_field_list_choices (TyCustomField *self)
{
  const char *text = ty_record_get_text (TY_RECORD (self), TY_CUSTOM_FIELD_CHOICES);
  g_autoptr(GPtrArray) choices = g_ptr_array_new ();
  const char *start = text;

  for (const char *p = text; p != NULL; p = g_utf8_next_char (p))
    if (*p == '\0' || is_separator (g_utf8_get_char (p)))
      {
        g_autofree char *part = g_strndup (start, (gsize) (p - start));

        take_choice (choices, ty_text_clean (part));
        if (*p == '\0')
          break;
        start = g_utf8_next_char (p);
      }
  g_ptr_array_add (choices, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&choices), FALSE);
}

/**
 * ty_custom_field_clean:
 * @self: a field as typed
 *
 * Brings its texts into their stored form.
 */
void
ty_custom_field_clean (TyCustomField *self)
{
  g_auto(GStrv) choices = ty_custom_field_list_choices (self);
  gboolean chooses = ty_custom_field_get_kind (self) == TY_CUSTOM_KIND_CHOICE;

  ty_record_take_text (TY_RECORD (self), TY_CUSTOM_FIELD_CHOICES,
                       chooses ? g_strjoinv (TY_CUSTOM_FIELD_SEPARATOR, choices) : NULL);
  ty_entry_clean (TY_RECORD (self));
}

static gboolean
has_letter (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

static gboolean
fail (GError     **error,
      int          code,
      const char  *label,
      const char  *what)
{
  g_set_error (error, TY_ENTRY_ERROR, code, _("%s: %s"), label, what);
  return FALSE;
}

static gboolean
check_choices (TyCustomField  *self,
               GError        **error)
{
  const char *label = _(fields[TY_CUSTOM_FIELD_CHOICES].label);
  g_auto(GStrv) choices = ty_custom_field_list_choices (self);

  if (ty_custom_field_get_kind (self) != TY_CUSTOM_KIND_CHOICE)
    return TRUE;
  if (g_strv_length (choices) < 2)
    return fail (error, TY_ENTRY_ERROR_REQUIRED, label,
                 _("name at least two, such as “excellent, good, fair”."));
  if (g_strv_length (choices) > MOST_CHOICES)
    {
      g_autofree char *what = g_strdup_printf (_("there can be up to %d."), MOST_CHOICES);

      return fail (error, TY_ENTRY_ERROR_TOO_LONG, label, what);
    }
  for (guint i = 0; choices[i] != NULL; i++)
    if (ty_text_width (choices[i]) > 2 * CHOICE_WIDTH)
      {
        g_autofree char *what = g_strdup_printf (_("“%s” is longer than %d Chinese characters."),
                                                 choices[i], CHOICE_WIDTH);

        return fail (error, TY_ENTRY_ERROR_TOO_LONG, label, what);
      }
  return TRUE;
}

/**
 * ty_custom_field_check:
 * @self: a field after ty_custom_field_clean()
 * @error: a `TY_ENTRY_ERROR` that begins with the label of what is wrong
 *
 * Checks what can be said of one field alone.
 *
 * Returns: whether it can be kept
 */
gboolean
ty_custom_field_check (TyCustomField  *self,
                       GError        **error)
{
  if (!ty_entry_check (TY_RECORD (self), ty_date_today (), error))
    return FALSE;
  /* Headings of a roster are told apart by their letters. */
  if (!has_letter (ty_custom_field_get_name (self)))
    return fail (error, TY_ENTRY_ERROR_REQUIRED, _(fields[TY_CUSTOM_FIELD_NAME].label),
                 _("a name has letters or characters in it, not only digits and marks."));

  return check_choices (self, error);
}

/* -007.50 is −7.5; as text, so that no digit is lost. */
static char *
clean_number (const char *typed)
{
  g_autofree char *code = ty_text_clean_code (typed);
  g_autoptr(GString) digits = g_string_new (NULL);
  const char *p = code;
  gboolean minus = *p == '-' || g_str_has_prefix (p, "−");
  guint n = 0;
  gboolean point = FALSE;

  if (minus || *p == '+')
    p = g_utf8_next_char (p);
  if (!g_ascii_isdigit (*p))
    return NULL;
  for (; *p != '\0'; p++)
    {
      if (*p == ',')
        continue;
      if (*p == '.' && !point)
        point = TRUE;
      else if (!g_ascii_isdigit (*p) || ++n > MOST_DIGITS)
        return NULL;
      if (digits->len != 1 || digits->str[0] != '0' || *p == '.')
        g_string_append_c (digits, *p);
      else
        digits->str[0] = *p;
    }
  while (point && digits->len > 0 && digits->str[digits->len - 1] == '0')
    g_string_truncate (digits, digits->len - 1);
  if (g_str_has_suffix (digits->str, "."))
    g_string_truncate (digits, digits->len - 1);

  return g_strconcat (minus && strcmp (digits->str, "0") != 0 ? "-" : "", digits->str, NULL);
}

static char *
parse_choice (TyCustomField *self,
              const char    *text)
{
  g_auto(GStrv) choices = ty_custom_field_list_choices (self);
  g_autofree char *folded = ty_text_fold (text);

  for (guint i = 0; choices[i] != NULL; i++)
    {
      g_autofree char *choice = ty_text_fold (choices[i]);

      if (strcmp (choice, folded) == 0)
        return g_strdup (choices[i]);
    }
  return NULL;
}

static char *
parse_date (const char *text)
{
  TyDate date;

  if (!ty_date_parse_record (text, &date, NULL, NULL) || !ty_date_is_known (date))
    return NULL;

  return ty_date_to_iso (date);
}

static char *
parse_yes_no (const char *text)
{
  TyCode *code = ty_code_list_find_word (ty_code_list_get_shipped ("yes_no"), text);

  return code != NULL ? g_strdup (ty_code_get_key (code)) : NULL;
}

static char *
dup_complaint (TyCustomField *self)
{
  g_auto(GStrv) choices = NULL;
  g_autofree char *listed = NULL;

  switch (ty_custom_field_get_kind (self))
    {
    case TY_CUSTOM_KIND_NUMBER:
      return g_strdup (_("write a number such as 12 or 12.5."));
    case TY_CUSTOM_KIND_DATE:
      return g_strdup (_("write a date such as 1978.05 or 2021.12.31."));
    case TY_CUSTOM_KIND_YES_NO:
      return g_strdup (_("write yes or no."));
    case TY_CUSTOM_KIND_CHOICE:
      choices = ty_custom_field_list_choices (self);
      listed = g_strjoinv (TY_CUSTOM_FIELD_SEPARATOR, choices);
      /* Translators: the choices of a field, joined by 、 */
      return g_strdup_printf (_("it is one of these: %s."), listed);
    case TY_CUSTOM_KIND_TEXT:
    default:
      return g_strdup_printf (_("more than the %d Chinese characters that fit here."), VALUE_WIDTH);
    }
}

static char *
parse (TyCustomField *self,
       const char    *text)
{
  switch (ty_custom_field_get_kind (self))
    {
    case TY_CUSTOM_KIND_NUMBER:
      return clean_number (text);
    case TY_CUSTOM_KIND_DATE:
      return parse_date (text);
    case TY_CUSTOM_KIND_YES_NO:
      return parse_yes_no (text);
    case TY_CUSTOM_KIND_CHOICE:
      return parse_choice (self, text);
    case TY_CUSTOM_KIND_TEXT:
    default:
      return ty_text_width (text) <= 2 * VALUE_WIDTH ? g_strdup (text) : NULL;
    }
}

/**
 * ty_custom_field_parse:
 * @self: a field
 * @typed: (nullable): a cell, an entry or a stored value
 * @value: (out) (transfer full) (nullable): the value as it is stored, %NULL for nothing
 * @error: a `TY_ENTRY_ERROR` that begins with the name of the field and says what can be written
 *
 * Returns: whether it is a value of that kind
 */
gboolean
ty_custom_field_parse (TyCustomField  *self,
                       const char     *typed,
                       char          **value,
                       GError        **error)
{
  g_autofree char *text = ty_text_clean (typed != NULL ? typed : "");
  g_autofree char *complaint = NULL;

  *value = NULL;
  if (*text == '\0')
    return TRUE;

  *value = parse (self, text);
  if (*value != NULL)
    return TRUE;

  complaint = dup_complaint (self);
  return fail (error, TY_ENTRY_ERROR_VALUE, ty_custom_field_get_name (self), complaint);
}

/**
 * ty_custom_field_dup_shown:
 * @self: a field
 * @value: (nullable): a stored value
 *
 * Returns: (transfer full): the value as it is shown, the empty text for none
 */
char *
ty_custom_field_dup_shown (TyCustomField *self,
                           const char    *value)
{
  TyCode *code;

  if (value == NULL)
    return g_strdup ("");

  switch (ty_custom_field_get_kind (self))
    {
    case TY_CUSTOM_KIND_DATE:
      return ty_date_to_record (ty_date_from_iso (value));
    case TY_CUSTOM_KIND_YES_NO:
      code = ty_code_list_lookup (ty_code_list_get_shipped ("yes_no"), value);
      return g_strdup (code != NULL ? ty_code_get_label (code) : value);
    case TY_CUSTOM_KIND_TEXT:
    case TY_CUSTOM_KIND_NUMBER:
    case TY_CUSTOM_KIND_CHOICE:
    default:
      return g_strdup (value);
    }
}

/**
 * ty_custom_field_dup_masked:
 * @self: a field
 * @value: (nullable): a stored value
 *
 * Returns: (transfer full): the value as others may see it on the same screen
 */
char *
ty_custom_field_dup_masked (TyCustomField *self,
                            const char    *value)
{
  if (value != NULL && ty_custom_field_get_privacy (self) == TY_PRIVACY_SENSITIVE)
    return g_strdup ("****");

  return ty_custom_field_dup_shown (self, value);
}

/**
 * ty_custom_field_dup_word:
 * @self: a field
 *
 * Returns: (transfer full): the word by which columns, filters and commands name it
 */
char *
ty_custom_field_dup_word (TyCustomField *self)
{
  return g_strdup_printf (WORD_PREFIX "%" G_GINT64_FORMAT, ty_custom_field_get_key (self));
}

/**
 * ty_custom_field_key_from_word:
 * @word: a word of a column
 *
 * Returns: the key of the field that ty_custom_field_dup_word() names so, or 0
 */
gint64
ty_custom_field_key_from_word (const char *word)
{
  gint64 key = 0;

  if (!g_str_has_prefix (word, WORD_PREFIX)
      || !g_ascii_string_to_signed (word + strlen (WORD_PREFIX), 10, 1, G_MAXINT64, &key, NULL))
    return 0;

  return key;
}
