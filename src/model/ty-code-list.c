/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-code-list"

#include "config.h"

#include "ty-code-list.h"

#include "ty-csv.h"
#include "ty-model.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>

/**
 * TyCodeList:
 *
 * A code list in its order: a #GListModel of #TyCode that never changes, so that every thread may
 * read it.
 */
struct _TyCodeList
{
  GObject parent_instance;

  /* Owned */
  char *id;
  GPtrArray *codes;  /* (element-type TyCode) */
  GHashTable *keys;  /* (element-type utf8 TyCode): both borrowed from codes */
  GHashTable *words; /* (element-type utf8 TyCode): folded words, codes borrowed */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TyCodeList, ty_code_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

G_DEFINE_QUARK (ty-code-list-error-quark, ty_code_list_error)

static const char * const shipped_ids[] = {
  "annual_result",
  "appointment_how",
  "appraisal_grade",
  "appraisal_kind",
  "appraisal_period",
  "batch",
  "body",
  "course_kind",
  "custom_kind",
  "degree",
  "division_class",
  "education",
  "education_gb",
  "education_mode",
  "education_outcome",
  "end_reason",
  "ethnicity",
  "fit_criterion",
  "health",
  "kinship",
  "marital",
  "need_kind",
  "pairing_result",
  "pairing_side",
  "pairing_state",
  "pairing_verdict",
  "party_form",
  "political",
  "post",
  "privacy",
  "province",
  "reserve_way_in",
  "reserve_way_out",
  "settlement_class",
  "sex",
  "source",
  "strength",
  "talk_form",
  "training_result",
  "unit_class",
  "unit_kind",
  "unit_level",
  "yes_no",
  NULL,
};

static GType
ty_code_list_model_get_item_type (GListModel *model)
{
  return TY_TYPE_CODE;
}

static guint
ty_code_list_model_get_n_items (GListModel *model)
{
  return TY_CODE_LIST (model)->codes->len;
}

static gpointer
ty_code_list_model_get_item (GListModel *model,
                             guint       position)
{
  TyCodeList *self = TY_CODE_LIST (model);

  if (position >= self->codes->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->codes, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ty_code_list_model_get_item_type;
  iface->get_n_items = ty_code_list_model_get_n_items;
  iface->get_item = ty_code_list_model_get_item;
}

static void
ty_code_list_finalize (GObject *object)
{
  TyCodeList *self = TY_CODE_LIST (object);

  g_clear_pointer (&self->words, g_hash_table_unref);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (ty_code_list_parent_class)->finalize (object);
}

static void
ty_code_list_class_init (TyCodeListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ty_code_list_finalize;
}

static void
ty_code_list_init (TyCodeList *self)
{
  self->codes = g_ptr_array_new_with_free_func (g_object_unref);
  self->keys = g_hash_table_new (g_str_hash, g_str_equal);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static gboolean
add_word (TyCodeList  *self,
          TyCode      *code,
          const char  *word,
          GError     **error)
{
  g_autofree char *folded = ty_text_fold (word);
  TyCode *other = g_hash_table_lookup (self->words, folded);

  if (other != NULL && other != code)
    {
      g_set_error (error, TY_CODE_LIST_ERROR, TY_CODE_LIST_ERROR_DUPLICATE,
                   _("Code list “%s”: the word “%s” belongs to “%s” and to “%s”."), self->id, word,
                   ty_code_get_key (other), ty_code_get_key (code));
      return FALSE;
    }

  if (*folded != '\0')
    g_hash_table_replace (self->words, g_steal_pointer (&folded), code);
  return TRUE;
}

static gboolean
add_words (TyCodeList  *self,
           TyCode      *code,
           GError     **error)
{
  const char *synonyms = ty_code_get_attribute (code, "synonyms");
  g_auto(GStrv) words = g_strsplit (synonyms != NULL ? synonyms : "", ";", -1);

  for (int i = 0; i < TY_N_LANGUAGES; i++)
    if (!add_word (self, code, ty_code_get_label_in (code, (TyLanguage) i), error))
      return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    if (!add_word (self, code, words[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
add_code (TyCodeList  *self,
          TyCode      *code,
          GError     **error)
{
  const char *key = ty_code_get_key (code);

  if (key == NULL || *key == '\0' || g_hash_table_contains (self->keys, key))
    {
      g_set_error (error, TY_CODE_LIST_ERROR, TY_CODE_LIST_ERROR_DUPLICATE,
                   _("Code list “%s”: the key “%s” is missing or stands twice."), self->id,
                   key != NULL ? key : "");
      return FALSE;
    }

  g_ptr_array_add (self->codes, g_object_ref (code));
  g_hash_table_insert (self->keys, (gpointer) key, code);
  return add_words (self, code, error);
}

/**
 * ty_code_list_new_from_csv:
 * @id: the id of the list
 * @csv: the list: a header with `key`, `en`, `zh_CN`, `zh_TW`, `parent` and what else the list
 *   says, then one record for each code; `synonyms` holds other words, separated by `;`
 * @error: a `TY_CODE_LIST_ERROR`
 *
 * Returns: (transfer full): the list; %NULL if it cannot be read, or if a key or a word stands for
 * two codes
 */
TyCodeList *
ty_code_list_new_from_csv (const char  *id,
                           const char  *csv,
                           GError     **error)
{
  g_autoptr(TyCodeList) self = NULL;
  g_autoptr(GPtrArray) records = NULL;
  g_autoptr(GError) local = NULL;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (csv != NULL, NULL);

  records = ty_csv_parse (csv, &local);
  if (records == NULL || records->len < 1)
    {
      g_set_error (error, TY_CODE_LIST_ERROR, TY_CODE_LIST_ERROR_SYNTAX,
                   _("Code list “%s” cannot be read: %s"), id,
                   local != NULL ? local->message : _("It is empty."));
      return NULL;
    }

  self = g_object_new (TY_TYPE_CODE_LIST, NULL);
  self->id = g_strdup (id);
  for (guint i = 1; i < records->len; i++)
    {
      g_autoptr(TyCode) code = ty_code_new (id, g_ptr_array_index (records, 0),
                                            g_ptr_array_index (records, i));

      if (!add_code (self, code, error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * ty_code_list_ids:
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids of all shipped lists, A to Z
 */
const char * const *
ty_code_list_ids (void)
{
  return shipped_ids;
}

/**
 * ty_code_list_load_shipped:
 * @id: one of ty_code_list_ids()
 * @error: a `TY_CODE_LIST_ERROR`
 *
 * Returns: (transfer full): the list as the program ships it
 */
TyCodeList *
ty_code_list_load_shipped (const char  *id,
                           GError     **error)
{
  g_autofree char *path = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *csv = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  ty_model_init ();
  path = g_strdup_printf ("/org/touyan/Touyan/codes/%s.csv", id);
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    {
      g_set_error (error, TY_CODE_LIST_ERROR, TY_CODE_LIST_ERROR_UNKNOWN,
                   _("There is no code list “%s”."), id);
      return NULL;
    }

  csv = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return ty_code_list_new_from_csv (id, csv, error);
}

/**
 * ty_code_list_get_shipped:
 * @id: one of ty_code_list_ids()
 *
 * Loads each list once. Any thread may call it.
 *
 * Returns: (transfer none): the list, which lives as long as the program
 */
TyCodeList *
ty_code_list_get_shipped (const char *id)
{
  static GMutex mutex;
  static GHashTable *lists;
  g_autoptr(GMutexLocker) locker = NULL;
  TyCodeList *list;

  g_return_val_if_fail (id != NULL, NULL);

  locker = g_mutex_locker_new (&mutex);
  if (lists == NULL)
    lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  list = g_hash_table_lookup (lists, id);
  if (list == NULL)
    {
      g_autoptr(GError) error = NULL;

      list = ty_code_list_load_shipped (id, &error);
      if (list == NULL)
        g_error ("%s", error->message);
      g_hash_table_insert (lists, g_strdup (id), list);
    }

  return list;
}

/**
 * ty_code_list_get_id:
 * @self: a list
 *
 * Returns: (transfer none): its id
 */
const char *
ty_code_list_get_id (TyCodeList *self)
{
  g_return_val_if_fail (TY_IS_CODE_LIST (self), NULL);

  return self->id;
}

/**
 * ty_code_list_get_n_items:
 * @self: a list
 *
 * Returns: how many codes it has
 */
guint
ty_code_list_get_n_items (TyCodeList *self)
{
  g_return_val_if_fail (TY_IS_CODE_LIST (self), 0);

  return self->codes->len;
}

/**
 * ty_code_list_get_item:
 * @self: a list
 * @position: a position below ty_code_list_get_n_items()
 *
 * Returns: (transfer none): the code there; g_list_model_get_item() gives a reference instead
 */
TyCode *
ty_code_list_get_item (TyCodeList *self,
                       guint       position)
{
  g_return_val_if_fail (TY_IS_CODE_LIST (self), NULL);
  g_return_val_if_fail (position < self->codes->len, NULL);

  return g_ptr_array_index (self->codes, position);
}

/**
 * ty_code_list_lookup:
 * @self: a list
 * @key: (nullable): a key
 *
 * Returns: (transfer none) (nullable): the code
 */
TyCode *
ty_code_list_lookup (TyCodeList *self,
                     const char *key)
{
  g_return_val_if_fail (TY_IS_CODE_LIST (self), NULL);

  return key != NULL ? g_hash_table_lookup (self->keys, key) : NULL;
}

/**
 * ty_code_list_find_word:
 * @self: a list
 * @word: (nullable): what a roster says: a label in any of our languages or a synonym, in either
 *   script, with blanks or without
 *
 * Returns: (transfer none) (nullable): the code; %NULL for an unknown word
 */
TyCode *
ty_code_list_find_word (TyCodeList *self,
                        const char *word)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (TY_IS_CODE_LIST (self), NULL);

  if (word == NULL)
    return NULL;

  folded = ty_text_fold (word);
  return g_hash_table_lookup (self->words, folded);
}
