/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-filing"

#include "config.h"

#include "ty-filing.h"

#include "ty-words.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  PROP_STATE = 1,
  PROP_NUMBER,
  PROP_DATE,
  PROP_NAME,
  PROP_TOWNSHIP,
  PROP_VILLAGE,
  PROP_POST,
  PROP_MATTER,
  PROP_DAY,
  PROP_TERM,
} TyFilingProps;

#define N_TEXTS (PROP_TERM + 1)

/**
 * TyFiling:
 *
 * A county filing (备案), or one that is missing.
 */
struct _TyFiling
{
  GObject parent_instance;

  char *texts[N_TEXTS]; /* (owned) */

  TyFilingKey key;
  gint64 township;
  gint64 village_position;
  TyDate sort_date;
  gboolean open;
};

G_DEFINE_FINAL_TYPE (TyFiling, ty_filing, G_TYPE_OBJECT)

static const char *const names_of_texts[N_TEXTS] = {
  NULL, "state", "number", "date", "name", "township", "village", "post", "matter", "day", "term",
};

static GParamSpec *properties[N_TEXTS];

static void
ty_filing_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  g_value_set_string (value, TY_FILING (object)->texts[prop_id]);
}

static void
ty_filing_finalize (GObject *object)
{
  TyFiling *self = TY_FILING (object);

  for (guint i = 1; i < N_TEXTS; i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (ty_filing_parent_class)->finalize (object);
}

static void
ty_filing_class_init (TyFilingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ty_filing_finalize;
  object_class->get_property = ty_filing_get_property;

  for (guint i = 1; i < N_TEXTS; i++)
    properties[i] = g_param_spec_string (names_of_texts[i], NULL, NULL, NULL,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_TEXTS, properties);
}

static void
ty_filing_init (TyFiling *self)
{
}

/**
 * ty_filing_new:
 * @row: what the file says
 * @names: names of units
 * @as_of: the cut-off date
 *
 * Returns: (transfer full): the same in words
 */
TyFiling *
ty_filing_new (const TyFilingRow *row,
               TyUnitNames       *names,
               TyDate             as_of)
{
  TyFiling *self = g_object_new (TY_TYPE_FILING, NULL);
  TyUnitState *township = ty_unit_names_find_at_level (names, row->unit, as_of, "township");

  self->key = row->key;
  self->open = row->open;
  self->sort_date = row->day;
  self->township = township != NULL ? ty_record_get_integer (TY_RECORD (township), TY_UNIT_STATE_UNIT) : 0;
  self->texts[PROP_STATE] = g_strdup (row->open ? C_("county filing", "Open") : C_("county filing", "Filed"));
  self->texts[PROP_NUMBER] = g_strdup (row->number != NULL ? row->number : "");
  self->texts[PROP_DATE] = ty_date_to_record (row->date);
  self->texts[PROP_NAME] = g_strdup (row->name);
  self->texts[PROP_TOWNSHIP] = g_strdup (township != NULL ? ty_record_get_text (TY_RECORD (township),
                                                                                TY_UNIT_STATE_NAME) : "");
  self->texts[PROP_VILLAGE] = g_strdup (self->township != row->unit ? ty_unit_names_get (names, row->unit, as_of)
                                                                    : "");
  self->texts[PROP_POST] = ty_words_dup_post (names, row->unit, row->post, as_of);
  self->texts[PROP_MATTER] = g_strdup (row->key.removal ? C_("county filing", "Removal")
                                                        : C_("county filing", "Appointment"));
  self->texts[PROP_DAY] = ty_date_to_record (row->day);
  self->texts[PROP_TERM] = row->year != 0 ? g_strdup_printf ("%d", row->year) : g_strdup ("");
  return self;
}

/**
 * ty_filing_get_key:
 * @self: a filing
 *
 * Returns: (transfer none): what is or should be filed
 */
const TyFilingKey *
ty_filing_get_key (TyFiling *self)
{
  return &self->key;
}

/**
 * ty_filing_is_open:
 * @self: a filing
 *
 * Returns: whether it is still to be filed
 */
gboolean
ty_filing_is_open (TyFiling *self)
{
  return self->open;
}

/**
 * ty_filing_get_text:
 * @self: a filing
 * @property: name of a property
 *
 * Returns: (transfer none): its text
 */
const char *
ty_filing_get_text (TyFiling   *self,
                    const char *property)
{
  for (guint i = 1; i < N_TEXTS; i++)
    if (g_str_equal (names_of_texts[i], property))
      return self->texts[i] != NULL ? self->texts[i] : "";

  g_return_val_if_reached ("");
}

/**
 * ty_filing_get_township:
 * @self: a filing
 *
 * Returns: key of the township, or 0
 */
gint64
ty_filing_get_township (TyFiling *self)
{
  return self->township;
}

/**
 * ty_filing_compare:
 * @a: (type TyFiling): a pointer to a filing
 * @b: (type TyFiling): a pointer to another
 *
 * Open ones stand first; then the newest, and those of one township together.
 *
 * Returns: which of them stands first
 */
int
ty_filing_compare (gconstpointer a,
                   gconstpointer b)
{
  TyFiling *first = *(TyFiling *const *) a;
  TyFiling *second = *(TyFiling *const *) b;
  int order;

  if (first->open != second->open)
    return first->open ? -1 : 1;
  order = ty_date_compare (second->sort_date, first->sort_date);
  if (order == 0)
    order = (first->township > second->township) - (first->township < second->township);
  if (order == 0)
    order = g_strcmp0 (first->texts[PROP_VILLAGE], second->texts[PROP_VILLAGE]);
  return order;
}
