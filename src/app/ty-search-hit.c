/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-search-hit"

#include "config.h"

#include "ty-search-hit.h"

#include "ty-format.h"

#include <glib/gi18n-lib.h>

/**
 * TySearchHit:
 *
 * A person, a unit, a page or a command that was found. It never changes.
 */
struct _TySearchHit
{
  GObject parent_instance;

  /* Owned */
  char *name;     /* (nullable): of a page, or of the action of a command or a unit */
  char *title;
  char *detail;   /* (nullable) */
  char *note;     /* (nullable) */
  char *keys;     /* (nullable) */
  char *sentence;

  const char *icon_name; /* (nullable): an interned string */
  TySearchGroup group;
  TyFit fit;
  gint64 key;            /* of a person or a unit */
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_DETAIL,
  PROP_NOTE,
  PROP_KEYS,
  PROP_ICON_NAME,
  PROP_SENTENCE,
} TySearchHitProps;

static GParamSpec *properties[PROP_SENTENCE + 1];

G_DEFINE_FINAL_TYPE (TySearchHit, ty_search_hit, G_TYPE_OBJECT)

static void
ty_search_hit_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TySearchHit *self = TY_SEARCH_HIT (object);

  switch ((TySearchHitProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    case PROP_KEYS:
      g_value_set_string (value, self->keys);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;
    case PROP_SENTENCE:
      g_value_set_string (value, self->sentence);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_search_hit_finalize (GObject *object)
{
  TySearchHit *self = TY_SEARCH_HIT (object);

  g_free (self->name);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->note);
  g_free (self->keys);
  g_free (self->sentence);

  G_OBJECT_CLASS (ty_search_hit_parent_class)->finalize (object);
}

static void
ty_search_hit_class_init (TySearchHitClass *klass)
{
  static const char * const names[] = { "title", "detail", "note", "keys", "icon-name", "sentence" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ty_search_hit_get_property;
  object_class->finalize = ty_search_hit_finalize;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    properties[i + 1] = g_param_spec_string (names[i], NULL, NULL, NULL,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ty_search_hit_init (TySearchHit *self)
{
}

static TySearchHit *
hit_new (TySearchGroup  group,
         TyFit          fit,
         const char    *title,
         const char    *icon_name)
{
  TySearchHit *self = g_object_new (TY_TYPE_SEARCH_HIT, NULL);

  self->group = group;
  self->fit = fit;
  self->title = g_strdup (title);
  self->icon_name = g_intern_string (icon_name);
  return self;
}

static void
add_fact (GString    *text,
          const char *separator,
          const char *fact)
{
  if (fact == NULL || *fact == '\0')
    return;

  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, fact);
}

static char *
dup_age (TyRosterRow *row)
{
  const char *age = ty_roster_row_get_text (row, TY_ROSTER_TEXT_AGE);

  /* Without a birth it is a dash. */
  return g_ascii_isdigit (*age) ? ty_format_age (atoi (age)) : NULL;
}

/* Who has no post may be known for something else. */
static const char *
get_posts (const TyFoundPerson *person)
{
  const char *posts = ty_roster_row_get_text (person->row, TY_ROSTER_TEXT_POSTS);

  if (*posts != '\0')
    return posts;
  if (person->reserve)
    return C_("person", "Reserve cadre");

  return person->mentor ? C_("person", "Mentor") : "";
}

static char *
join_facts (const TyFoundPerson *person,
            const char          *first,
            const char          *last,
            const char          *separator)
{
  TyRosterRow *row = person->row;
  g_autoptr(GString) unit = g_string_new (NULL);
  g_autoptr(GString) text = g_string_new (first);
  g_autofree char *age = dup_age (row);

  add_fact (unit, " ", ty_roster_row_get_text (row, TY_ROSTER_TEXT_TOWNSHIP));
  add_fact (unit, " ", ty_roster_row_get_text (row, TY_ROSTER_TEXT_VILLAGE));
  add_fact (text, separator, unit->str);
  add_fact (text, separator, get_posts (person));
  add_fact (text, separator, age);
  add_fact (text, separator, last);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Translators: between the facts of a person that are read out: name, unit, posts, age */
#define SEPARATOR C_("between facts", ", ")

/**
 * ty_search_hit_new_person:
 * @person: somebody
 *
 * Returns: (transfer full): the hit
 */
TySearchHit *
ty_search_hit_new_person (const TyFoundPerson *person)
{
  const char *name = ty_roster_row_get_name (person->row);
  TySearchHit *self = hit_new (TY_SEARCH_PEOPLE, person->fit, name, "ty-bust-symbolic");

  self->key = ty_roster_row_get_person (person->row);
  self->note = person->departed ? g_strdup (C_("person", "Departed")) : NULL;
  self->detail = join_facts (person, NULL, NULL, " · ");
  self->sentence = join_facts (person, name, self->note, SEPARATOR);
  return self;
}

/**
 * ty_search_hit_new_unit:
 * @unit: a unit
 *
 * Returns: (transfer full): the hit
 */
TySearchHit *
ty_search_hit_new_unit (TyUnitItem *unit)
{
  TySearchHit *self = hit_new (TY_SEARCH_VILLAGES, ty_unit_item_get_fit (unit),
                               ty_unit_item_get_name (unit),
                               ty_unit_item_is_village (unit) ? "ty-village-symbolic"
                                                              : "ty-scope-symbolic");
  g_autoptr(GString) text = g_string_new (self->title);

  /* Whoever chooses the unit at the top means everything. */
  self->key = ty_unit_item_get_parent (unit) == 0 ? 0 : ty_unit_item_get_unit (unit);
  self->name = g_strdup (ty_unit_item_is_village (unit) ? "win.show-village" : "win.show-unit");
  self->detail = g_strdup (ty_unit_item_get_above (unit));
  add_fact (text, SEPARATOR, self->detail);
  /* Translators: a village that was found, and to what it belongs, as it is read out */
  self->sentence = g_strdup_printf (_("Unit: %s"), text->str);
  return self;
}

/**
 * ty_search_hit_new_page:
 * @page_name: name of a page
 * @title: its title
 * @icon_name: (nullable): its icon
 * @fit: how well it fits what was typed
 *
 * Returns: (transfer full): the hit
 */
TySearchHit *
ty_search_hit_new_page (const char *page_name,
                        const char *title,
                        const char *icon_name,
                        TyFit       fit)
{
  TySearchHit *self = hit_new (TY_SEARCH_PAGES, fit, title, icon_name);

  self->name = g_strdup (page_name);
  self->sentence = g_strdup_printf (_("Page: %s"), title);
  return self;
}

/**
 * ty_search_hit_new_command:
 * @action: name of an action
 * @label: what it does
 * @detail: (nullable): to what it does it now
 * @keys: (nullable): the keys that do it
 * @fit: how well it fits what was typed
 *
 * Returns: (transfer full): the hit
 */
TySearchHit *
ty_search_hit_new_command (const char *action,
                           const char *label,
                           const char *detail,
                           const char *keys,
                           TyFit       fit)
{
  TySearchHit *self = hit_new (TY_SEARCH_COMMANDS, fit, label, "system-run-symbolic");
  g_autoptr(GString) text = g_string_new (label);

  self->name = g_strdup (action);
  self->detail = g_strdup (detail);
  self->keys = g_strdup (keys);
  add_fact (text, SEPARATOR, detail);
  add_fact (text, SEPARATOR, keys);
  self->sentence = g_strdup_printf (_("Command: %s"), text->str);
  return self;
}

/**
 * ty_search_hit_get_group:
 * @self: a hit
 *
 * Returns: what it is
 */
TySearchGroup
ty_search_hit_get_group (TySearchHit *self)
{
  g_return_val_if_fail (TY_IS_SEARCH_HIT (self), TY_SEARCH_PEOPLE);

  return self->group;
}

/**
 * ty_search_hit_get_key:
 * @self: a hit
 *
 * Returns: the key of the person or of the unit; 0 for everything
 */
gint64
ty_search_hit_get_key (TySearchHit *self)
{
  g_return_val_if_fail (TY_IS_SEARCH_HIT (self), 0);

  return self->key;
}

/**
 * ty_search_hit_get_name:
 * @self: a hit
 *
 * Returns: (transfer none) (nullable): the name of the page, or of the action of the command
 */
const char *
ty_search_hit_get_name (TySearchHit *self)
{
  g_return_val_if_fail (TY_IS_SEARCH_HIT (self), NULL);

  return self->name;
}

/**
 * ty_search_hit_get_fit:
 * @self: a hit
 *
 * Returns: how well it fits what was typed
 */
TyFit
ty_search_hit_get_fit (TySearchHit *self)
{
  g_return_val_if_fail (TY_IS_SEARCH_HIT (self), TY_FIT_NONE);

  return self->fit;
}

/**
 * ty_search_hit_get_title:
 * @self: a hit
 *
 * Returns: (transfer none): what it is called
 */
const char *
ty_search_hit_get_title (TySearchHit *self)
{
  g_return_val_if_fail (TY_IS_SEARCH_HIT (self), NULL);

  return self->title;
}

/**
 * ty_search_hit_get_sentence:
 * @self: a hit
 *
 * Returns: (transfer none): all that is shown of it, for who hears it
 */
const char *
ty_search_hit_get_sentence (TySearchHit *self)
{
  g_return_val_if_fail (TY_IS_SEARCH_HIT (self), NULL);

  return self->sentence;
}

/**
 * ty_search_hit_is_same:
 * @self: a hit
 * @other: another one
 *
 * Returns: whether both lead to the same place
 */
gboolean
ty_search_hit_is_same (TySearchHit *self,
                       TySearchHit *other)
{
  g_return_val_if_fail (TY_IS_SEARCH_HIT (self), FALSE);
  g_return_val_if_fail (TY_IS_SEARCH_HIT (other), FALSE);

  return self->group == other->group && self->key == other->key
         && g_strcmp0 (self->name, other->name) == 0;
}
