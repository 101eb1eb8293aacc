/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-code"

#include "config.h"

#include "ty-code.h"

/**
 * TyCode:
 *
 * One entry of a code list: a key that is stored, labels that are shown, and whatever else the
 * list says about it. It never changes, so that every thread may read it.
 */
struct _TyCode
{
  GObject parent_instance;

  /* Owned */
  char *list_id;
  char *key;
  char *labels[TY_N_LANGUAGES];
  GHashTable *attributes; /* (element-type utf8 utf8): values that are not empty */
};

typedef enum
{
  PROP_KEY = 1,
  PROP_LABEL,
} TyCodeProps;

static GParamSpec *properties[PROP_LABEL + 1];

G_DEFINE_FINAL_TYPE (TyCode, ty_code, G_TYPE_OBJECT)

static void
ty_code_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  TyCode *self = TY_CODE (object);

  switch ((TyCodeProps) prop_id)
    {
    case PROP_KEY:
      g_value_set_string (value, self->key);
      break;
    case PROP_LABEL:
      g_value_set_string (value, ty_code_get_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_code_finalize (GObject *object)
{
  TyCode *self = TY_CODE (object);

  g_clear_pointer (&self->list_id, g_free);
  g_clear_pointer (&self->key, g_free);
  for (guint i = 0; i < TY_N_LANGUAGES; i++)
    g_clear_pointer (&self->labels[i], g_free);
  g_clear_pointer (&self->attributes, g_hash_table_unref);

  G_OBJECT_CLASS (ty_code_parent_class)->finalize (object);
}

static void
ty_code_class_init (TyCodeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ty_code_get_property;
  object_class->finalize = ty_code_finalize;

  properties[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, NULL,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ty_code_init (TyCode *self)
{
  self->attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static int
find_language (const char *column)
{
  for (int i = 0; i < TY_N_LANGUAGES; i++)
    if (g_str_equal (column, ty_language_to_tag ((TyLanguage) i)))
      return i;

  return -1;
}

/**
 * ty_code_new:
 * @list_id: the list
 * @names: (array zero-terminated=1): the columns of the list: `key`, `en`, `zh_CN`, `zh_TW`, and
 *   its attributes
 * @values: (array zero-terminated=1): a value for each of @names, empty where there is none
 *
 * Returns: (transfer full): an entry
 */
TyCode *
ty_code_new (const char         *list_id,
             const char * const *names,
             const char * const *values)
{
  TyCode *self;

  g_return_val_if_fail (list_id != NULL, NULL);
  g_return_val_if_fail (names != NULL && values != NULL, NULL);

  self = g_object_new (TY_TYPE_CODE, NULL);
  self->list_id = g_strdup (list_id);

  for (guint i = 0; names[i] != NULL && values[i] != NULL; i++)
    {
      int language = find_language (names[i]);

      if (language >= 0)
        self->labels[language] = *values[i] != '\0' ? g_strdup (values[i]) : NULL;
      else if (g_str_equal (names[i], "key"))
        self->key = g_strdup (values[i]);
      else if (*values[i] != '\0')
        g_hash_table_replace (self->attributes, g_strdup (names[i]), g_strdup (values[i]));
    }

  return self;
}

/**
 * ty_code_get_list_id:
 * @self: an entry
 *
 * Returns: (transfer none): the id of its list, such as `post`
 */
const char *
ty_code_get_list_id (TyCode *self)
{
  g_return_val_if_fail (TY_IS_CODE (self), NULL);

  return self->list_id;
}

/**
 * ty_code_get_key:
 * @self: an entry
 *
 * Returns: (transfer none): the key that is stored
 */
const char *
ty_code_get_key (TyCode *self)
{
  g_return_val_if_fail (TY_IS_CODE (self), NULL);

  return self->key;
}

/**
 * ty_code_get_label:
 * @self: an entry
 *
 * Returns: (transfer none): the label in the user's language
 */
const char *
ty_code_get_label (TyCode *self)
{
  return ty_code_get_label_in (self, ty_language_get_current ());
}

/**
 * ty_code_get_label_in:
 * @self: an entry
 * @language: a language, for papers that are written in Chinese whatever the window speaks
 *
 * Returns: (transfer none): the label; where the list has none in @language, that in simplified
 * Chinese, and then the key
 */
const char *
ty_code_get_label_in (TyCode     *self,
                      TyLanguage  language)
{
  g_return_val_if_fail (TY_IS_CODE (self), NULL);
  g_return_val_if_fail ((guint) language < TY_N_LANGUAGES, NULL);

  if (self->labels[language] != NULL)
    return self->labels[language];
  if (self->labels[TY_LANGUAGE_ZH_CN] != NULL)
    return self->labels[TY_LANGUAGE_ZH_CN];

  return self->key;
}

/**
 * ty_code_get_parent:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the key of the entry above it
 */
const char *
ty_code_get_parent (TyCode *self)
{
  return ty_code_get_attribute (self, "parent");
}

/**
 * ty_code_get_attribute:
 * @self: an entry
 * @name: a column of the list, such as `body`
 *
 * Returns: (transfer none) (nullable): its value, %NULL where it is empty or not in the list
 */
const char *
ty_code_get_attribute (TyCode     *self,
                       const char *name)
{
  g_return_val_if_fail (TY_IS_CODE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return g_hash_table_lookup (self->attributes, name);
}

/**
 * ty_code_get_integer:
 * @self: an entry
 * @name: a column of the list, such as `rank`
 *
 * Returns: its value as a number, 0 where there is none
 */
int
ty_code_get_integer (TyCode     *self,
                     const char *name)
{
  const char *value = ty_code_get_attribute (self, name);

  return value != NULL ? (int) g_ascii_strtoll (value, NULL, 10) : 0;
}

/**
 * ty_code_get_flag:
 * @self: an entry
 * @name: a column of the list, such as `two_committees`
 *
 * Returns: whether the column says `1`
 */
gboolean
ty_code_get_flag (TyCode     *self,
                  const char *name)
{
  return ty_code_get_integer (self, name) == 1;
}
