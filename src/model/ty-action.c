/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-action"

#include "config.h"

#include "ty-action.h"

#include "ty-json.h"
#include "ty-pairing-action.h"
#include "ty-post-change.h"
#include "ty-record-registry.h"
#include "ty-record.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/**
 * TyAction:
 *
 * One user act as the history keeps it. The label is put together when it is shown, in the
 * reader's language; the row holds its kind and, as JSON, what the label needs.
 */
struct _TyAction
{
  GObject parent_instance;

  /* Owned */
  char *at;
  char *user;
  char *kind;
  char *detail;
  char *root_kind;
  char *root_detail;

  gint64 seq;
  gint64 reverts;
  gint64 reverted_by;
  gint64 n_changes;
  TyActionState state;
};

G_DEFINE_FINAL_TYPE (TyAction, ty_action, G_TYPE_OBJECT)

typedef enum
{
  PROP_SEQ = 1,
  PROP_AT,
  PROP_USER,
  PROP_LABEL,
  PROP_REVERSIBLE,
} TyActionProps;

static GParamSpec *properties[PROP_REVERSIBLE + 1];

/* The JSON of a label, read leniently: a label is never a reason to fail. */
static JsonObject *
parse_detail (const char *detail)
{
  g_autoptr(JsonNode) node = detail != NULL ? json_from_string (detail, NULL) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return json_object_new ();

  return json_object_ref (json_node_get_object (node));
}

static char *
label_of_seats (JsonObject *object)
{
  gint64 n = json_object_get_int_member_with_default (object, "units", 1);
  g_autofree char *units = ty_text_format_count ((guint) n);

  return g_strdup_printf (ngettext ("Approved seats of %s village set",
                                    "Approved seats of %s villages set", (gulong) n), units);
}

static gboolean
is_document (const char *kind)
{
  return kind != NULL && (g_str_has_prefix (kind, "dashboard.") || g_str_has_prefix (kind, "snapshot.")
                          || g_str_has_prefix (kind, "cross."));
}

/* What the county keeps under a name: dashboards, snapshots of them and cross tables. */
static char *
label_of_document (const char *kind,
                   JsonObject *object)
{
  g_autofree char *title = ty_json_object_dup_text (object, "title");

  if (g_str_has_prefix (kind, "snapshot."))
    return g_strdup_printf (g_str_has_suffix (kind, ".save") ? _("Snapshot “%s” taken")
                                                             : _("Snapshot “%s” removed"), title);
  if (g_str_has_prefix (kind, "cross."))
    return g_strdup_printf (g_str_has_suffix (kind, ".save") ? _("Cross table “%s” saved")
                                                             : _("Cross table “%s” removed"), title);
  return g_strdup_printf (g_str_has_suffix (kind, ".save") ? _("Dashboard “%s” saved")
                                                           : _("Dashboard “%s” reset or removed"), title);
}

static char *
label_of_filings (JsonObject *object)
{
  gint64 n = json_object_get_int_member_with_default (object, "filings", 1);
  g_autofree char *number = ty_json_object_dup_text (object, "number");
  g_autofree char *count = ty_text_format_count ((guint) n);

  if (*number == '\0')
    return g_strdup_printf (ngettext ("County filing of %s post taken out",
                                      "County filings of %s posts taken out", (gulong) n), count);

  /* Translators: the number of a county filing, and of how many posts */
  return g_strdup_printf (ngettext ("County filing %s entered for %s post",
                                    "County filing %s entered for %s posts", (gulong) n), number, count);
}

/* What a row of a person’s file is, in the user’s language. */
static const char *
get_row_name (JsonObject *object)
{
  const char *table = json_object_get_string_member_with_default (object, "table", "");
  const TyRecordInfo *info = ty_record_registry_find (table);

  return info != NULL ? _(info->label) : table;
}

/* The same for many people: a field that was set, or a kind of rows. */
static char *
label_of_group (const char *what,
                JsonObject *object)
{
  const char *table = json_object_get_string_member_with_default (object, "table", "");
  const char *column = json_object_get_string_member_with_default (object, "field", "");
  const TyRecordInfo *info = ty_record_registry_find (table);
  const TyFieldInfo *field = info != NULL ? ty_record_info_find_field (info, column) : NULL;
  const char *name = field != NULL && field->label != NULL ? _(field->label)
                     : *column != '\0' ? column : get_row_name (object);
  gint64 n = json_object_get_int_member_with_default (object, "people", 0);
  g_autofree char *people = ty_text_format_count ((guint) n);

  if (g_str_equal (what, "set"))
    /* Translators: a field that got the same value of many people: Political status set, 58 people */
    return g_strdup_printf (ngettext ("%s set, %s person", "%s set, %s people", (gulong) n), name, people);
  if (g_str_equal (what, "add"))
    return g_strdup_printf (ngettext ("%s added, %s person", "%s added, %s people", (gulong) n), name,
                            people);

  return g_strdup_printf (ngettext ("%s removed, %s person", "%s removed, %s people", (gulong) n), name,
                          people);
}

/* What was done with a named list: its name, and how many people it is about. */
static char *
label_of_list (const char *what,
               JsonObject *object)
{
  const char *list = json_object_get_string_member_with_default (object, "list", "");
  gint64 n = json_object_get_int_member_with_default (object, "people", 0);
  g_autofree char *people = ty_text_format_count ((guint) n);

  if (g_str_equal (what, "add") && n == 0)
    return g_strdup_printf (_("List “%s” made"), list);
  if (g_str_equal (what, "add"))
    return g_strdup_printf (ngettext ("List “%s” made, %s person", "List “%s” made, %s people",
                                      (gulong) n), list, people);
  if (g_str_equal (what, "edit"))
    return g_strdup_printf (_("List “%s” edited"), list);
  if (g_str_equal (what, "remove"))
    return g_strdup_printf (_("List “%s” removed"), list);
  if (g_str_equal (what, "move"))
    return g_strdup_printf (_("List “%s” put elsewhere among the lists"), list);
  if (g_str_equal (what, "put"))
    return g_strdup_printf (ngettext ("Put on the list “%s”, %s person", "Put on the list “%s”, %s people",
                                      (gulong) n), list, people);
  if (g_str_equal (what, "take"))
    return g_strdup_printf (ngettext ("Taken off the list “%s”, %s person",
                                      "Taken off the list “%s”, %s people", (gulong) n), list, people);

  return g_strdup_printf (_("Order of the list “%s” changed"), list);
}

/* A label of the table below, which has one %s. */
static char *
dup_label_with (const char *label,
                const char *field)
{
  g_auto(GStrv) parts = g_strsplit (label, "%s", 2);

  return g_strjoinv (field, parts);
}

/* What was done to a field of the county, or to what somebody has in it; without the name of the field,
 * the kind of action by itself. */
static char *
label_of_field (const char *kind,
                const char *field)
{
  static const struct { const char *kind; const char *label; const char *alone; } labels[] = {
    { "field.add", N_("Own field “%s” made"), N_("Own field made") },
    { "field.edit", N_("Own field “%s” changed"), N_("Own field changed") },
    { "field.remove", N_("Own field “%s” removed with its values"), N_("Own field removed") },
    { "field.move", N_("Own field “%s” moved"), N_("Own field moved") },
    { "own.edit", N_("Own field “%s” filled in"), N_("Own fields filled in") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_strcmp0 (labels[i].kind, kind) == 0)
      return *field == '\0' ? g_strdup (_(labels[i].alone))
                            : dup_label_with (_(labels[i].label), field);

  return NULL;
}

static char *
label_of_import (const char *kind,
                 JsonObject *object)
{
  gint64 n = json_object_get_int_member_with_default (object, "rows", 0);
  const char *name = json_object_get_string_member_with_default (object, "name", "");
  g_autofree char *rows = ty_text_format_count ((guint) n);

  if (g_strcmp0 (kind, "mapping.save") == 0)
    return g_strdup_printf (_("Mapping of columns “%s” saved"), name);
  if (g_strcmp0 (kind, "mapping.remove") == 0)
    return g_strdup_printf (_("Mapping of columns “%s” removed"), name);

  return g_strdup_printf (ngettext ("Import of %s, %s row", "Import of %s, %s rows", (gulong) n),
                          json_object_get_string_member_with_default (object, "file", ""), rows);
}

static char *
label_of (const char *kind,
          const char *detail)
{
  g_autoptr(JsonObject) object = parse_detail (detail);
  const char *file = json_object_get_string_member_with_default (object, "file", "");
  const char *layout = json_object_get_string_member_with_default (object, "layout", "");
  gint64 n = json_object_get_int_member_with_default (object, "people", 0);
  g_autofree char *people = ty_text_format_count ((guint) n);
  char *own;

  if (g_strcmp0 (kind, "create") == 0)
    return g_strdup (_("County file created"));
  if (g_strcmp0 (kind, "genesis") == 0 && *file != '\0')
    /* Translators: the name of a file that held a whole county */
    return g_strdup_printf (ngettext ("County read from %s, %s person",
                                      "County read from %s, %s people",
                                      (gulong) n), file, people);
  if (g_strcmp0 (kind, "genesis") == 0)
    return g_strdup_printf (ngettext ("Sample created, %s person",
                                      "Sample created, %s people",
                                      (gulong) n), people);
  if (g_strcmp0 (kind, "migration") == 0)
    return g_strdup (_("File brought up to date for this version of the program"));
  if (g_strcmp0 (kind, "roster.import") == 0)
    return g_strdup_printf (ngettext ("Import of %s, %s person",
                                      "Import of %s, %s people",
                                      (gulong) n), file, people);
  if (g_strcmp0 (kind, "appointment.import") == 0)
    return g_strdup_printf (ngettext ("Import of appointment files, %s person",
                                      "Import of appointment files, %s people",
                                      (gulong) n), people);
  if (g_strcmp0 (kind, "person.add") == 0)
    return g_strdup (_("Person added"));
  if (g_strcmp0 (kind, "person.edit") == 0)
    return g_strdup (_("Person edited"));
  if (g_strcmp0 (kind, "person.merge") == 0)
    return g_strdup (_("Two records of one person merged"));
  /* Translators: what was added to a person’s file, such as “Honour added” */
  if (g_strcmp0 (kind, "row.add") == 0)
    return g_strdup_printf (_("%s added"), get_row_name (object));
  if (g_strcmp0 (kind, "row.edit") == 0)
    return g_strdup_printf (_("%s changed"), get_row_name (object));
  if (g_strcmp0 (kind, "row.remove") == 0)
    return g_strdup_printf (_("%s removed"), get_row_name (object));
  if (g_strcmp0 (kind, "post.change") == 0)
    return ty_post_change_dup_label_of (detail);
  if (g_strcmp0 (kind, "post.file") == 0)
    return label_of_filings (object);
  if (g_strcmp0 (kind, "photo.set") == 0)
    return g_strdup (_("Photo set"));
  if (g_strcmp0 (kind, "photo.remove") == 0)
    return g_strdup (_("Photo removed"));
  if (g_strcmp0 (kind, "photos.import") == 0)
    return g_strdup_printf (ngettext ("Photo of %s person imported", "Photos of %s people imported",
                                      (gulong) n), people);
  if (g_strcmp0 (kind, "unit.edit") == 0)
    return g_strdup (_("Unit edited"));
  if (g_strcmp0 (kind, "unit.move") == 0)
    return g_strdup (_("Official order of units changed"));
  if (g_strcmp0 (kind, "seat.edit") == 0)
    return label_of_seats (object);
  if (g_strcmp0 (kind, "setting.edit") == 0)
    return g_strdup (_("Setting changed"));
  if (g_strcmp0 (kind, "layout.save") == 0)
    return g_strdup_printf (_("Roster layout “%s” saved"), layout);
  if (g_strcmp0 (kind, "layout.remove") == 0)
    return g_strdup_printf (_("Roster layout “%s” removed"), layout);
  if (is_document (kind))
    return label_of_document (kind, object);
  if (g_strcmp0 (kind, "table.import") == 0 || g_strcmp0 (kind, "mapping.save") == 0
      || g_strcmp0 (kind, "mapping.remove") == 0)
    return label_of_import (kind, object);

  if (g_str_has_prefix (kind != NULL ? kind : "", "pairing."))
    return ty_pairing_action_dup_label (kind + strlen ("pairing."), object);
  if (g_str_has_prefix (kind != NULL ? kind : "", "group."))
    return label_of_group (kind + strlen ("group."), object);
  if (g_str_has_prefix (kind != NULL ? kind : "", "list."))
    return label_of_list (kind + strlen ("list."), object);

  own = label_of_field (kind, json_object_get_string_member_with_default (object, "field", ""));
  return own != NULL ? own : g_strdup (kind);
}

static void
ty_action_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TyAction *self = TY_ACTION (object);

  switch ((TyActionProps) prop_id)
    {
    case PROP_SEQ:
      g_value_set_int64 (value, self->seq);
      break;
    case PROP_AT:
      g_value_set_string (value, self->at);
      break;
    case PROP_USER:
      g_value_set_string (value, self->user);
      break;
    case PROP_LABEL:
      g_value_take_string (value, ty_action_dup_label (self));
      break;
    case PROP_REVERSIBLE:
      g_value_set_boolean (value, self->state == TY_ACTION_DONE);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_action_finalize (GObject *object)
{
  TyAction *self = TY_ACTION (object);

  g_free (self->at);
  g_free (self->user);
  g_free (self->kind);
  g_free (self->detail);
  g_free (self->root_kind);
  g_free (self->root_detail);

  G_OBJECT_CLASS (ty_action_parent_class)->finalize (object);
}

static void
ty_action_class_init (TyActionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = ty_action_finalize;
  object_class->get_property = ty_action_get_property;

  properties[PROP_SEQ] = g_param_spec_int64 ("seq", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_AT] = g_param_spec_string ("at", NULL, NULL, NULL, flags);
  properties[PROP_USER] = g_param_spec_string ("user", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_REVERSIBLE] = g_param_spec_boolean ("reversible", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ty_action_init (TyAction *self)
{
}

/**
 * ty_action_new:
 * @values: its fields, which are copied
 *
 * Returns: (transfer full): the action
 */
TyAction *
ty_action_new (const TyActionValues *values)
{
  TyAction *self = g_object_new (TY_TYPE_ACTION, NULL);

  self->seq = values->seq;
  self->at = g_strdup (values->at);
  self->user = g_strdup (values->user);
  self->kind = g_strdup (values->kind);
  self->detail = g_strdup (values->detail);
  self->reverts = values->reverts;
  self->reverted_by = values->reverted_by;
  self->n_changes = values->n_changes;
  self->root_kind = g_strdup (values->root_kind);
  self->root_detail = g_strdup (values->root_detail);
  self->state = values->state;
  return self;
}

/**
 * ty_action_get_seq:
 * @self: an action
 *
 * Returns: its place in the history, from 1
 */
gint64
ty_action_get_seq (TyAction *self)
{
  return self->seq;
}

/**
 * ty_action_get_at:
 * @self: an action
 *
 * Returns: (transfer none): what the clock said, in UTC
 */
const char *
ty_action_get_at (TyAction *self)
{
  return self->at;
}

/**
 * ty_action_get_user:
 * @self: an action
 *
 * Returns: (transfer none): who did it
 */
const char *
ty_action_get_user (TyAction *self)
{
  return self->user;
}

/**
 * ty_action_get_kind:
 * @self: an action
 *
 * Returns: (transfer none): what was done, as a word of the program
 */
const char *
ty_action_get_kind (TyAction *self)
{
  return self->kind;
}

/**
 * ty_action_get_detail:
 * @self: an action
 *
 * Returns: (transfer none) (nullable): JSON for the label
 */
const char *
ty_action_get_detail (TyAction *self)
{
  return self->detail;
}

/**
 * ty_action_get_reverts:
 * @self: an action
 *
 * Returns: the sequence of the action that it takes back, or 0
 */
gint64
ty_action_get_reverts (TyAction *self)
{
  return self->reverts;
}

/**
 * ty_action_get_reverted_by:
 * @self: an action
 *
 * Returns: the sequence of the action that takes it back, or 0
 */
gint64
ty_action_get_reverted_by (TyAction *self)
{
  return self->reverted_by;
}

/**
 * ty_action_get_n_changes:
 * @self: an action
 *
 * Returns: how many rows it changed
 */
gint64
ty_action_get_n_changes (TyAction *self)
{
  return self->n_changes;
}

/**
 * ty_action_get_state:
 * @self: an action
 *
 * Returns: whether it is in force and can be taken back
 */
TyActionState
ty_action_get_state (TyAction *self)
{
  return self->state;
}

/**
 * ty_action_dup_root_label:
 * @self: an action
 *
 * Returns: (transfer full): what was done; for an undo or a redo, what it is about
 */
char *
ty_action_dup_root_label (TyAction *self)
{
  if (self->root_kind != NULL)
    return label_of (self->root_kind, self->root_detail);

  return label_of (self->kind, self->detail);
}

/**
 * ty_action_dup_label:
 * @self: an action
 *
 * Returns: (transfer full): what was done, in the user's language
 */
char *
ty_action_dup_label (TyAction *self)
{
  g_autofree char *root = ty_action_dup_root_label (self);

  if (g_strcmp0 (self->kind, "undo") == 0)
    /* Translators: %s is what was undone, such as “Person edited” */
    return g_strdup_printf (_("Undone: %s"), root);
  if (g_strcmp0 (self->kind, "redo") == 0)
    /* Translators: %s is what was done again, such as “Person edited” */
    return g_strdup_printf (_("Redone: %s"), root);

  return g_steal_pointer (&root);
}

/**
 * ty_action_detail_new: (skip)
 * @first_key: a key, followed by its text, more pairs and %NULL. A text of digits is written as a
 *   number
 *
 * Returns: (transfer full): the JSON of a label
 */
char *
ty_action_detail_new (const char *first_key,
                      ...)
{
  va_list args;
  char *json;

  va_start (args, first_key);
  json = ty_json_object_to_text (first_key, args, FALSE);
  va_end (args);
  return json;
}
