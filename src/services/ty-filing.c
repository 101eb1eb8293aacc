/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-filing"

#include "config.h"

#include "ty-filing.h"

#include "ty-language.h"
#include "ty-pinyin.h"
#include "ty-post-name.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
 * A county filing (备案), or one that is missing. Of tens of thousands few are looked at: what follows from others
 * is put into words when it is asked for, in the main thread.
 */
struct _TyFiling
{
  GObject parent_instance;

  char *texts[N_TEXTS];  /* (owned) (nullable): those that were asked for, and name, number, township and village */

  char *folded;          /* (owned) (nullable): what is searched, a line for each text, once something was typed */
  char *letters;         /* (owned) (nullable): pinyin of the name, once letters were typed */
  char *initials;        /* (owned) (nullable): its initials, the same */

  TyFilingKey key;
  gint64 township;
  const char *post;       /* interned */
  const char *unit_kind;  /* (nullable): interned */
  const char *party_form; /* (nullable): interned */
  TyDate day;
  TyDate date;
  gint32 sort_day;
  int year;
  gboolean open;
};

G_DEFINE_FINAL_TYPE (TyFiling, ty_filing, G_TYPE_OBJECT)

static const char *const names_of_texts[N_TEXTS] = {
  NULL, "state", "number", "date", "name", "township", "village", "post", "matter", "day", "term",
};

static GParamSpec *properties[N_TEXTS];

static char *
dup_words (TyFiling *self,
           guint     which)
{
  switch (which)
    {
    case PROP_STATE:
      return g_strdup (self->open ? C_("county filing", "Open") : C_("county filing", "Filed"));
    case PROP_DATE:
      return ty_date_to_record (self->date);
    case PROP_POST:
      return ty_post_name_dup_at (self->post, self->unit_kind, self->party_form, ty_language_get_current ());
    case PROP_MATTER:
      return g_strdup (self->key.removal ? C_("county filing", "Removal") : C_("county filing", "Appointment"));
    case PROP_DAY:
      return ty_date_to_record (self->day);
    case PROP_TERM:
      return self->year != 0 ? g_strdup_printf ("%d", self->year) : g_strdup ("");
    default:
      return g_strdup ("");
    }
}

static const char *
get_text (TyFiling *self,
          guint     which)
{
  if (self->texts[which] == NULL)
    self->texts[which] = dup_words (self, which);
  return self->texts[which];
}

static void
ty_filing_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  g_value_set_string (value, get_text (TY_FILING (object), prop_id));
}

static void
ty_filing_finalize (GObject *object)
{
  TyFiling *self = TY_FILING (object);

  for (guint i = 1; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  g_free (self->folded);
  g_free (self->letters);
  g_free (self->initials);

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
 * @name: (transfer full): the name of the person
 * @unit: what the unit was called
 *
 * Returns: (transfer full): the same in words
 */
TyFiling *
ty_filing_new (const TyFilingRow *row,
               char              *name,
               const TyUnitWords *unit)
{
  TyFiling *self = g_object_new (TY_TYPE_FILING, NULL);

  self->key = row->key;
  self->open = row->open;
  self->day = row->day;
  self->date = row->date;
  self->sort_day = ty_date_to_days (row->day);
  self->year = row->year;
  self->post = row->post;
  self->unit_kind = unit->kind;
  self->party_form = unit->party_form;
  self->township = unit->township;
  self->texts[PROP_NAME] = name;
  self->texts[PROP_NUMBER] = g_strdup (row->number != NULL ? row->number : "");
  self->texts[PROP_TOWNSHIP] = g_strdup (unit->township_name);
  self->texts[PROP_VILLAGE] = g_strdup (unit->township != row->unit ? unit->name : "");
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
      return get_text (self, i);

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

static char *
dup_folded (TyFiling *self)
{
  g_autofree char *name = ty_text_fold (self->texts[PROP_NAME]);
  g_autofree char *number = ty_text_fold (self->texts[PROP_NUMBER]);
  g_autofree char *village = ty_text_fold (self->texts[PROP_VILLAGE]);
  g_autofree char *township = ty_text_fold (self->texts[PROP_TOWNSHIP]);

  return g_strjoin ("\n", name, number, village, township, NULL);
}

/**
 * ty_filing_fits:
 * @self: a filing
 * @typed: what was typed, not empty
 *
 * Its keys are kept: one key after the other is typed, and tens of thousands are looked at for each.
 *
 * Returns: whether the name, the number, the village or the township has it inside, or the pinyin of the name
 */
gboolean
ty_filing_fits (TyFiling      *self,
                const TyTyped *typed)
{
  if (self->folded == NULL)
    self->folded = dup_folded (self);
  if (strstr (self->folded, typed->folded) != NULL)
    return TRUE;
  if (*typed->letters == '\0')
    return FALSE;

  if (self->letters == NULL)
    {
      g_autofree char *pinyin = ty_pinyin_for_name (self->texts[PROP_NAME]);

      self->letters = ty_pinyin_search_key (pinyin);
      self->initials = ty_pinyin_initials (pinyin);
    }
  return ty_typed_rank (typed, "", self->letters, self->initials) != TY_FIT_NONE;
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
  order = (first->sort_day < second->sort_day) - (first->sort_day > second->sort_day);
  if (order == 0)
    order = (first->township > second->township) - (first->township < second->township);
  if (order == 0)
    order = g_strcmp0 (first->texts[PROP_VILLAGE], second->texts[PROP_VILLAGE]);
  return order;
}
