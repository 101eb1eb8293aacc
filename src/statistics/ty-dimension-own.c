/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-dimension"

#include "config.h"

#include "ty-dimension-own.h"

#include "ty-code-list.h"
#include "ty-custom-field.h"
#include "ty-date.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* By what people have in a field of the county, or by a comparison with it. Which fields there are, a
 * file says; a dimension of each is made when it is first asked for and is never freed, as those of the
 * table are: whoever has one keeps a pointer. Its key is the word of the field, `own:12`, or a comparison:
 * `own:12>=5`. */

typedef struct
{
  TyDimension dimension; /* comes first */
  char *key;
  gint64 field;
  TyOwnOperator operator;
  char *operand;         /* (nullable) */
} OwnDimension;

static GMutex mutex;
static GHashTable *dimensions; /* key to OwnDimension; guarded by the mutex */
static GHashTable *names;      /* word of a field to what it is called; guarded by the mutex */

/* The longer ones come first. */
static const struct
{
  const char *text;
  TyOwnOperator operator;
} operators[] = {
  { ">=", TY_OWN_AT_LEAST }, { "<=", TY_OWN_AT_MOST }, { ">", TY_OWN_MORE },
  { "<", TY_OWN_LESS },      { "~", TY_OWN_HAS },
};

static int
compare_numbers (const char *a,
                 const char *b)
{
  double first = g_ascii_strtod (a, NULL);
  double second = g_ascii_strtod (b, NULL);

  return (first > second) - (first < second);
}

static int
compare_values (TyCustomKind  kind,
                const char   *a,
                const char   *b)
{
  if (kind == TY_CUSTOM_KIND_NUMBER)
    return compare_numbers (a, b);
  if (kind == TY_CUSTOM_KIND_DATE)
    return ty_date_compare (ty_date_from_iso (a), ty_date_from_iso (b));

  return strcmp (a, b);
}

static gboolean
holds (TyCustomKind   kind,
       TyOwnOperator  operator,
       const char    *value,
       const char    *operand)
{
  int order = compare_values (kind, value, operand);
  g_autofree char *folded = NULL;

  switch (operator)
    {
    case TY_OWN_AT_LEAST:
      return order >= 0;
    case TY_OWN_AT_MOST:
      return order <= 0;
    case TY_OWN_MORE:
      return order > 0;
    case TY_OWN_LESS:
      return order < 0;
    case TY_OWN_HAS:
      folded = ty_text_fold (value);
      return strstr (folded, operand) != NULL;
    case TY_OWN_NONE:
    default:
      return FALSE;
    }
}

/* The values that people have, each once. Chunks are scanned when it is asked for: a field is looked at
 * seldom, and the columns carry nothing for it. */
static guint8 *
mark_values (TyColumns *columns,
             guint      field,
             guint      n_values)
{
  guint8 *marks = g_new0 (guint8, n_values);

  for (guint i = 0; i < ty_columns_get_n_chunks (columns); i++)
    {
      const TyChunk *chunk = ty_columns_get_chunk (columns, i);
      const guint16 *fields = TY_CHUNK_OWN_FIELD (chunk, guint16, TY_OWN_FIELD);
      const guint32 *values = TY_CHUNK_OWN_FIELD (chunk, guint32, TY_OWN_VALUE);

      for (guint row = 0; row < chunk->rows[TY_ROWS_OWN].n; row++)
        if (fields[row] == field && values[row] < n_values)
          marks[values[row]] = TRUE;
    }
  return marks;
}

static void
fill_own (const TyScale *scale,
          TyView        *view,
          guint          chunk,
          guint32       *values)
{
  const TyChunk *people = ty_columns_get_chunk (ty_view_get_columns (view), chunk);
  const guint16 *owners = TY_CHUNK_OWN_FIELD (people, guint16, TY_OWN_OWNER);
  const guint16 *fields = TY_CHUNK_OWN_FIELD (people, guint16, TY_OWN_FIELD);
  const guint32 *numbers = TY_CHUNK_OWN_FIELD (people, guint32, TY_OWN_VALUE);

  memset (values, 0, ty_chunk_get_n (people) * sizeof *values);
  for (guint row = 0; row < people->rows[TY_ROWS_OWN].n; row++)
    if (fields[row] == scale->own_field && numbers[row] < scale->n_table)
      values[owners[row]] = scale->table[numbers[row]];
}

static const char *
get_yes_no (const char *key)
{
  return ty_code_get_label (ty_code_list_lookup (ty_code_list_get_shipped ("yes_no"), key));
}

/* Of what is sensitive only whether it is filled in: a list of its values would show them. */
static void
make_filled (TyScale      *scale,
             const guint8 *marks)
{
  guint filled = ty_scale_add (scale, "filled", _("filled in"));

  for (guint i = 1; i < scale->n_table; i++)
    scale->table[i] = marks[i] ? filled : TY_SCALE_NONE;
}

static void
make_comparison (TyScale            *scale,
                 TyCodebook         *book,
                 const guint8       *marks,
                 TyCustomKind        kind,
                 const OwnDimension *own)
{
  guint yes = ty_scale_add (scale, "yes", get_yes_no ("yes"));
  guint no = ty_scale_add (scale, "no", get_yes_no ("no"));

  for (guint i = 1; i < scale->n_table; i++)
    if (marks[i])
      scale->table[i] = holds (kind, own->operator, ty_codebook_get (book, i), own->operand) ? yes : no;
}

typedef struct
{
  guint number;
  const char *value;
} Value;

static int
compare_as_numbers (gconstpointer a,
                    gconstpointer b)
{
  return compare_numbers (((const Value *) a)->value, ((const Value *) b)->value);
}

static int
compare_as_texts (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (((const Value *) a)->value, ((const Value *) b)->value);
}

/* In the order of the choices, of numbers or of dates; what the field does not offer any more behind. */
static void
make_values (TyScale       *scale,
             TyCodebook    *book,
             const guint8  *marks,
             TyCustomField *field)
{
  TyCustomKind kind = ty_custom_field_get_kind (field);
  g_auto(GStrv) choices = ty_custom_field_list_choices (field);
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (Value));

  for (guint i = 0; kind == TY_CUSTOM_KIND_CHOICE && choices[i] != NULL; i++)
    ty_scale_add (scale, choices[i], choices[i]);
  if (kind == TY_CUSTOM_KIND_YES_NO)
    ty_scale_add_codes (scale, "yes_no");
  for (guint i = 1; i < scale->n_table; i++)
    if (marks[i])
      {
        Value value = { i, ty_codebook_get (book, i) };

        g_array_append_val (values, value);
      }
  g_array_sort (values, kind == TY_CUSTOM_KIND_NUMBER ? compare_as_numbers : compare_as_texts);
  for (guint i = 0; i < values->len; i++)
    {
      const Value *value = &g_array_index (values, Value, i);
      g_autofree char *shown = ty_custom_field_dup_shown (field, value->value);

      if (kind != TY_CUSTOM_KIND_CHOICE && kind != TY_CUSTOM_KIND_YES_NO)
        scale->table[value->number] = ty_scale_add (scale, value->value, shown);
      else if (!ty_scale_find (scale, value->value, &scale->table[value->number]))
        scale->table[value->number] = ty_scale_add (scale, value->value, shown);
    }
}

static void
make_own (TyScale *scale,
          TyView  *view)
{
  const OwnDimension *own = (const OwnDimension *) scale->dimension;
  TyColumns *columns = ty_view_get_columns (view);
  TyCodebook *book = ty_columns_get_book (columns, TY_BOOK_OWN_VALUE);
  TyCustomField *field = ty_columns_get_field (columns, own->field);
  g_autofree char *word = g_strdup_printf ("%" G_GINT64_FORMAT, own->field);
  g_autofree guint8 *marks = NULL;

  scale->kind = TY_SCALE_PEOPLE;
  scale->fill = fill_own;
  scale->own_field = ty_codebook_find (ty_columns_get_book (columns, TY_BOOK_OWN_FIELD), word);
  scale->n_table = ty_codebook_get_n (book);
  scale->table = g_new0 (guint32, scale->n_table);
  if (field == NULL)
    return;

  marks = mark_values (columns, scale->own_field, scale->n_table);
  if (ty_custom_field_get_privacy (field) == TY_PRIVACY_SENSITIVE)
    make_filled (scale, marks);
  else if (own->operator != TY_OWN_NONE)
    make_comparison (scale, book, marks, ty_custom_field_get_kind (field), own);
  else
    make_values (scale, book, marks, field);
}

static const TyDimension *
intern (const char    *key,
        gint64         field,
        TyOwnOperator  operator,
        const char    *operand)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);
  OwnDimension *own;

  if (dimensions == NULL)
    dimensions = g_hash_table_new (g_str_hash, g_str_equal);
  own = g_hash_table_lookup (dimensions, key);
  if (own != NULL)
    return &own->dimension;

  own = g_new0 (OwnDimension, 1);
  own->key = g_strdup (key);
  own->field = field;
  own->operator = operator;
  own->operand = operator == TY_OWN_HAS ? ty_text_fold (operand) : g_strdup (operand);
  own->dimension = (TyDimension){ own->key, N_("Field of the county"), FALSE, FALSE, make_own, TRUE };
  g_hash_table_insert (dimensions, own->key, own);
  return &own->dimension;
}

static const TyDimension *
find_comparison (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    {
      const char *at = strstr (key, operators[i].text);
      g_autofree char *word = at != NULL ? g_strndup (key, (gsize) (at - key)) : NULL;
      gint64 field = word != NULL ? ty_custom_field_key_from_word (word) : 0;
      const char *operand = at != NULL ? at + strlen (operators[i].text) : "";

      if (field != 0 && *operand != '\0')
        return intern (key, field, operators[i].operator, operand);
    }
  return NULL;
}

/**
 * ty_dimension_own_find:
 * @key: the word of a field of the county, or a comparison with it
 *
 * Returns: (transfer none) (nullable): the dimension; %NULL where it is written as none is. Whether a file
 *   has the field, only its columns know: where it has not, nobody has a value
 */
const TyDimension *
ty_dimension_own_find (const char *key)
{
  gint64 field = ty_custom_field_key_from_word (key);

  return field != 0 ? intern (key, field, TY_OWN_NONE, NULL) : find_comparison (key);
}

/**
 * ty_dimension_own_compare:
 * @field: a field of the county
 * @operator: how it is compared
 * @typed: with what, as typed
 * @error: a `TY_ENTRY_ERROR` where that is no value of the field
 *
 * Returns: (transfer none) (nullable): the dimension whose value `yes` the people have for whom it holds
 */
const TyDimension *
ty_dimension_own_compare (TyCustomField  *field,
                          TyOwnOperator   operator,
                          const char     *typed,
                          GError        **error)
{
  g_autofree char *word = ty_custom_field_dup_word (field);
  g_autofree char *value = NULL;
  g_autofree char *key = NULL;
  guint number = 0;

  g_return_val_if_fail (operator != TY_OWN_NONE, NULL);

  while (operators[number].operator != operator)
    number++;
  if (operator == TY_OWN_HAS)
    value = ty_text_clean (typed);
  else if (!ty_custom_field_parse (field, typed, &value, error))
    return NULL;

  key = g_strconcat (word, operators[number].text, value != NULL ? value : "", NULL);
  return ty_dimension_own_find (key);
}

/**
 * ty_dimension_own_split:
 * @text: what was typed: a name or a word, an operator, and a value
 * @operator: (out): the operator; %TY_OWN_NONE for an equals sign
 * @operand: (out) (transfer none): what stands behind it
 *
 * Returns: (transfer full) (nullable): what stands before the operator; %NULL where there is none
 */
char *
ty_dimension_own_split (const char     *text,
                        TyOwnOperator  *operator,
                        const char    **operand)
{
  const char *at = strpbrk (text, "<>=~");

  if (at == NULL)
    return NULL;

  *operator = TY_OWN_NONE;
  *operand = at + 1;
  for (guint i = G_N_ELEMENTS (operators); i > 0; i--)
    if (g_str_has_prefix (at, operators[i - 1].text))
      {
        *operator = operators[i - 1].operator;
        *operand = at + strlen (operators[i - 1].text);
      }
  return g_strndup (text, (gsize) (at - text));
}

/**
 * ty_dimension_own_set_name:
 * @field: a field of the county
 *
 * Notes what it is called: labels of dimensions are asked for where no file is at hand.
 */
void
ty_dimension_own_set_name (TyCustomField *field)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (names == NULL)
    names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_replace (names, ty_custom_field_dup_word (field), g_strdup (ty_custom_field_get_name (field)));
}

/**
 * ty_dimension_own_dup_label:
 * @self: a dimension of ty_dimension_own_find()
 *
 * Returns: (transfer full): what the field is called, with the comparison behind it
 */
char *
ty_dimension_own_dup_label (const TyDimension *self)
{
  const OwnDimension *own = (const OwnDimension *) self;
  g_autofree char *word = g_strdup_printf ("own:%" G_GINT64_FORMAT, own->field);
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);
  const char *name = names != NULL ? g_hash_table_lookup (names, word) : NULL;

  return g_strconcat (name != NULL ? name : _("Field of the county"), own->key + strlen (word), NULL);
}
