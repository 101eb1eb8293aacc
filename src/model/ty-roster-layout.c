/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-layout"

#include "config.h"

#include "ty-roster-layout.h"

#include "ty-language.h"
#include "ty-model.h"
#include "ty-text.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define SHIPPED "/org/touyan/Touyan/layouts/"
#define MAX_WIDTH 255.0
#define OWN_WIDTH 12.0
#define MAX_HEIGHT 409.0 /* points: the highest row of a sheet */

/* In the order in which they are offered. */
static const char *const shipped_names[] = { "village", "cadres" };

static const char *const groups_words[] = { "none", "township", "village" };

G_DEFINE_QUARK (ty-roster-layout-error-quark, ty_roster_layout_error)

static void
column_free (gpointer data)
{
  TyRosterLayoutColumn *column = data;

  g_free (column->title);
  g_free (column->group);
  g_free (column);
}

/**
 * ty_roster_groups_to_string:
 * @self: a way to group
 *
 * Returns: (transfer none): its word
 */
const char *
ty_roster_groups_to_string (TyRosterGroups self)
{
  g_return_val_if_fail ((guint) self < G_N_ELEMENTS (groups_words), NULL);

  return groups_words[self];
}

/**
 * ty_roster_groups_parse:
 * @word: (nullable): a word
 * @groups: (out): what it stands for
 *
 * Returns: whether there is such a way to group
 */
gboolean
ty_roster_groups_parse (const char     *word,
                        TyRosterGroups *groups)
{
  for (guint i = 0; word != NULL && i < G_N_ELEMENTS (groups_words); i++)
    if (strcmp (groups_words[i], word) == 0)
      {
        *groups = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ty_roster_layout_new:
 * @id: its word
 * @name: what it is called
 *
 * Returns: (transfer full): a layout without columns
 */
TyRosterLayout *
ty_roster_layout_new (const char *id,
                      const char *name)
{
  TyRosterLayout *self = g_new0 (TyRosterLayout, 1);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->title = g_strdup (name);
  self->columns = g_ptr_array_new_with_free_func (column_free);
  return self;
}

static TyRosterLayoutColumn *
add_column (TyRosterLayout *self,
            TyRosterField   field,
            char           *title,
            char           *group,
            double          width)
{
  TyRosterLayoutColumn *column = g_new0 (TyRosterLayoutColumn, 1);

  column->field = field;
  column->own_privacy = TY_PRIVACY_SENSITIVE;
  column->title = title != NULL ? title
                  : field == TY_ROSTER_FIELD_OWN ? g_strdup ("") : ty_roster_field_dup_label (field);
  column->group = group;
  column->width = width > 0 ? MIN (width, MAX_WIDTH)
                  : field == TY_ROSTER_FIELD_OWN ? OWN_WIDTH : ty_roster_field_get_width (field);
  g_ptr_array_add (self->columns, column);
  return column;
}

/**
 * ty_roster_layout_add:
 * @self: a layout
 * @field: what its next column holds
 *
 * Adds a column as it usually is.
 */
void
ty_roster_layout_add (TyRosterLayout *self,
                      TyRosterField   field)
{
  add_column (self, field, NULL, NULL, 0);
}

/**
 * ty_roster_layout_add_copy:
 * @self: a layout
 * @column: a column of another layout
 *
 * Adds the same column.
 */
void
ty_roster_layout_add_copy (TyRosterLayout             *self,
                           const TyRosterLayoutColumn *column)
{
  TyRosterLayoutColumn *copy = add_column (self, column->field, g_strdup (column->title),
                                           g_strdup (column->group), column->width);

  copy->own = column->own;
  copy->own_privacy = column->own_privacy;
}

/**
 * ty_roster_layout_add_from:
 * @self: a layout
 * @field: what its next column holds
 * @other: another layout
 *
 * Adds a column as it is in the other layout, if that has it.
 */
void
ty_roster_layout_add_from (TyRosterLayout       *self,
                           TyRosterField         field,
                           const TyRosterLayout *other)
{
  for (guint i = 0; i < other->columns->len; i++)
    {
      const TyRosterLayoutColumn *column = ty_roster_layout_get (other, i);

      if (column->field != field)
        continue;
      ty_roster_layout_add_copy (self, column);
      return;
    }
  ty_roster_layout_add (self, field);
}

static double
get_own_width (TyCustomField *field)
{
  double of_title = (double) ty_text_width (ty_custom_field_get_name (field)) + 2;

  return MAX (of_title, ty_custom_field_get_kind (field) == TY_CUSTOM_KIND_TEXT ? 16 : 9);
}

/**
 * ty_roster_layout_add_own:
 * @self: a layout
 * @field: a field of the county
 *
 * Adds a column for it behind all others.
 */
void
ty_roster_layout_add_own (TyRosterLayout *self,
                          TyCustomField  *field)
{
  TyRosterLayoutColumn *column = add_column (self, TY_ROSTER_FIELD_OWN,
                                             g_strdup (ty_custom_field_get_name (field)), NULL,
                                             get_own_width (field));

  column->own = ty_custom_field_get_key (field);
  column->own_privacy = ty_custom_field_get_privacy (field);
}

/**
 * ty_roster_layout_find_own:
 * @self: a layout
 * @own: key of a field of the county
 *
 * Returns: (transfer none) (nullable): the field
 */
TyCustomField *
ty_roster_layout_find_own (const TyRosterLayout *self,
                           gint64                own)
{
  for (guint i = 0; self->own != NULL && i < self->own->len; i++)
    if (ty_custom_field_get_key (g_ptr_array_index (self->own, i)) == own)
      return g_ptr_array_index (self->own, i);

  return NULL;
}

/**
 * ty_roster_layout_set_own:
 * @self: a layout
 * @fields: (element-type TyCustomField): the fields of the county
 *
 * Tells which fields the file has. A column of one that is gone is taken out.
 */
void
ty_roster_layout_set_own (TyRosterLayout *self,
                          GPtrArray      *fields)
{
  g_clear_pointer (&self->own, g_ptr_array_unref);
  self->own = g_ptr_array_ref (fields);
  for (guint i = self->columns->len; i > 0; i--)
    {
      TyRosterLayoutColumn *column = g_ptr_array_index (self->columns, i - 1);
      TyCustomField *field;

      if (column->field != TY_ROSTER_FIELD_OWN)
        continue;
      field = ty_roster_layout_find_own (self, column->own);
      if (field == NULL)
        g_ptr_array_remove_index (self->columns, i - 1);
      else
        column->own_privacy = ty_custom_field_get_privacy (field);
    }
}

/**
 * ty_roster_layout_dup_word:
 * @column: a column
 *
 * Returns: (transfer full): the word of what it shows
 */
char *
ty_roster_layout_dup_word (const TyRosterLayoutColumn *column)
{
  return column->field == TY_ROSTER_FIELD_OWN
           ? g_strdup_printf ("own:%" G_GINT64_FORMAT, column->own)
           : g_strdup (ty_roster_field_to_string (column->field));
}

/**
 * ty_roster_layout_get_privacy:
 * @column: a column
 *
 * Returns: the privacy class of what it shows
 */
TyPrivacy
ty_roster_layout_get_privacy (const TyRosterLayoutColumn *column)
{
  return column->field == TY_ROSTER_FIELD_OWN ? column->own_privacy
                                              : ty_roster_field_get_privacy (column->field);
}

/**
 * ty_roster_layout_copy:
 * @self: a layout
 *
 * Returns: (transfer full): the same
 */
TyRosterLayout *
ty_roster_layout_copy (const TyRosterLayout *self)
{
  TyRosterLayout *copy = ty_roster_layout_new (self->id, self->name);

  g_free (copy->title);
  copy->title = g_strdup (self->title);
  copy->groups = self->groups;
  copy->row_height = self->row_height;
  copy->shipped = self->shipped;
  copy->own = self->own != NULL ? g_ptr_array_ref (self->own) : NULL;
  for (guint i = 0; i < self->columns->len; i++)
    ty_roster_layout_add_copy (copy, ty_roster_layout_get (self, i));
  return copy;
}

void
ty_roster_layout_free (TyRosterLayout *self)
{
  g_ptr_array_unref (self->columns);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_free (self->title);
  g_free (self->name);
  g_free (self->id);
  g_free (self);
}

/**
 * ty_roster_layout_get:
 * @self: a layout
 * @i: a place
 *
 * Returns: (transfer none): the column at that place
 */
const TyRosterLayoutColumn *
ty_roster_layout_get (const TyRosterLayout *self,
                      guint                 i)
{
  return g_ptr_array_index (self->columns, i);
}

static gboolean
is_sensitive (const TyRosterLayoutColumn *column)
{
  return ty_roster_layout_get_privacy (column) == TY_PRIVACY_SENSITIVE;
}

/**
 * ty_roster_layout_is_sensitive:
 * @self: a layout
 *
 * Returns: whether one of its columns is sensitive
 */
gboolean
ty_roster_layout_is_sensitive (const TyRosterLayout *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (is_sensitive (ty_roster_layout_get (self, i)))
      return TRUE;

  return FALSE;
}

/**
 * ty_roster_layout_remove_sensitive:
 * @self: a layout
 *
 * Takes the sensitive columns away, which nobody chose yet.
 */
void
ty_roster_layout_remove_sensitive (TyRosterLayout *self)
{
  for (guint i = self->columns->len; i > 0; i--)
    if (is_sensitive (ty_roster_layout_get (self, i - 1)))
      g_ptr_array_remove_index (self->columns, i - 1);
}

static gboolean
fail (GError     **error,
      const char  *what)
{
  g_set_error (error, TY_ROSTER_LAYOUT_ERROR, TY_ROSTER_LAYOUT_ERROR_VALUE,
               _("The layout of the roster has an impossible value for “%s”."), what);
  return FALSE;
}

/* A text, or one for each language. */
static char *
dup_text (JsonObject *object,
          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      const char *tag = ty_language_to_tag (ty_language_get_current ());

      node = json_object_get_member (json_node_get_object (node), tag);
    }
  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_dup_string (node) : NULL;
}

static gboolean
read_number (JsonObject  *object,
             const char  *name,
             double       most,
             double      *number,
             GError     **error)
{
  JsonNode *node = json_object_get_member (object, name);
  GType type = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node)
                                                            : G_TYPE_INVALID;

  *number = 0;
  if (node == NULL)
    return TRUE;
  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return fail (error, name);

  *number = json_node_get_double (node);
  return (*number >= 0 && *number <= most) || fail (error, name);
}

static gboolean
read_column (TyRosterLayout  *self,
             JsonNode        *node,
             GError         **error)
{
  g_autofree char *word = NULL;
  TyRosterLayoutColumn *column;
  JsonObject *object;
  TyRosterField field;
  gint64 own;
  double width;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (error, "columns");

  object = json_node_get_object (node);
  word = dup_text (object, "field");
  own = word != NULL ? ty_custom_field_key_from_word (word) : 0;
  if (own != 0)
    field = TY_ROSTER_FIELD_OWN;
  else if (!ty_roster_field_parse (word, &field))
    return fail (error, "field");
  if (!read_number (object, "width", MAX_WIDTH, &width, error))
    return FALSE;

  column = add_column (self, field, dup_text (object, "title"), dup_text (object, "group"), width);
  column->own = own;
  return TRUE;
}

static gboolean
read_columns (TyRosterLayout  *self,
              JsonObject      *object,
              GError         **error)
{
  JsonNode *node = json_object_get_member (object, "columns");
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return fail (error, "columns");

  array = json_node_get_array (node);
  if (json_array_get_length (array) == 0
      || json_array_get_length (array) > TY_ROSTER_LAYOUT_MAX_COLUMNS)
    return fail (error, "columns");
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_column (self, json_array_get_element (array, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
read_layout (TyRosterLayout  *self,
             JsonObject      *object,
             GError         **error)
{
  g_autofree char *groups = dup_text (object, "groups");
  char *title = dup_text (object, "title");

  if (title != NULL)
    {
      g_free (self->title);
      self->title = title;
    }
  if (groups != NULL && !ty_roster_groups_parse (groups, &self->groups))
    return fail (error, "groups");

  return read_number (object, "row_height", MAX_HEIGHT, &self->row_height, error)
         && read_columns (self, object, error);
}

/**
 * ty_roster_layout_from_json:
 * @json: a layout
 * @error: a `TY_ROSTER_LAYOUT_ERROR`
 *
 * Reads a layout. Its texts stand in one language, or in several of which the user’s is taken.
 *
 * Returns: (transfer full) (nullable): the layout
 */
TyRosterLayout *
ty_roster_layout_from_json (const char  *json,
                            GError     **error)
{
  g_autoptr(JsonNode) node = json_from_string (json, NULL);
  g_autoptr(TyRosterLayout) self = NULL;
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  JsonObject *object;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error_literal (error, TY_ROSTER_LAYOUT_ERROR, TY_ROSTER_LAYOUT_ERROR_SYNTAX,
                           _("The layout of the roster is no JSON object."));
      return NULL;
    }

  object = json_node_get_object (node);
  id = dup_text (object, "id");
  name = dup_text (object, "name");
  if (id == NULL || *id == '\0' || name == NULL || *name == '\0')
    {
      fail (error, id == NULL || *id == '\0' ? "id" : "name");
      return NULL;
    }

  self = ty_roster_layout_new (id, name);
  if (!read_layout (self, object, error))
    return NULL;

  return g_steal_pointer (&self);
}

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  if (text == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
write_columns (JsonBuilder          *builder,
               const TyRosterLayout *self)
{
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TyRosterLayoutColumn *column = ty_roster_layout_get (self, i);
      g_autofree char *word = ty_roster_layout_dup_word (column);

      json_builder_begin_object (builder);
      add_text (builder, "field", word);
      add_text (builder, "title", column->title);
      add_text (builder, "group", column->group);
      json_builder_set_member_name (builder, "width");
      json_builder_add_double_value (builder, column->width);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * ty_roster_layout_to_json:
 * @self: a layout
 *
 * Returns: (transfer full): the layout, its texts as they are now
 */
char *
ty_roster_layout_to_json (const TyRosterLayout *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_text (builder, "id", self->id);
  add_text (builder, "name", self->name);
  add_text (builder, "title", self->title);
  add_text (builder, "groups", ty_roster_groups_to_string (self->groups));
  json_builder_set_member_name (builder, "row_height");
  json_builder_add_double_value (builder, self->row_height);
  write_columns (builder, self);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/**
 * ty_roster_layout_list_shipped:
 *
 * Returns: (transfer full) (element-type TyRosterLayout): the layouts of the program in the user’s
 * language
 */
GPtrArray *
ty_roster_layout_list_shipped (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_roster_layout_free);

  ty_model_init ();
  for (guint i = 0; i < G_N_ELEMENTS (shipped_names); i++)
    {
      g_autofree char *path = g_strdup_printf (SHIPPED "%s.json", shipped_names[i]);
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
      TyRosterLayout *layout = NULL;

      if (bytes != NULL)
        layout = ty_roster_layout_from_json (g_bytes_get_data (bytes, NULL), &error);
      if (layout == NULL)
        g_error ("The layout %s cannot be read: %s", shipped_names[i], error->message);
      layout->shipped = TRUE;
      g_ptr_array_add (list, layout);
    }
  return list;
}
