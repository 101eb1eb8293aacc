/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-picker"

#include "config.h"

#include "ty-person-picker.h"

#include "ty-office-search.h"
#include "ty-page.h"

#include <glib/gi18n-lib.h>

#define MOST_PEOPLE 20

/**
 * TyPersonPicker:
 *
 * An entry with the people below it whose names fit what was typed. Before anything is typed, whom the
 * owner proposes. Enter picks the first, and waits for those who are still searched for.
 */
struct _TyPersonPicker
{
  AdwBin parent_instance;

  /* Template */
  GtkSearchEntry *search;
  GtkListBox *list;
  GtkLabel *note_label;

  /* Owned */
  TyOffice *office;          /* (nullable) */
  GCancellable *finding;     /* (nullable) while people are searched for */
  char *text;                /* (nullable): what was asked for */
  GPtrArray *proposed;       /* (element-type GtkWidget): rows */

  gboolean choosing;         /* whether the first who is found is picked */
};

enum
{
  SIGNAL_PICKED,
  SIGNAL_CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyPersonPicker, ty_person_picker, ADW_TYPE_BIN)

static void
clear_rows (TyPersonPicker *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_set_visible (label, *text != '\0');
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_row (gint64      person,
          const char *name,
          const char *note)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *second = make_label (note, "caption");
  g_autofree char *label = g_strjoin ("　", name, note, NULL);

  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_box_append (GTK_BOX (box), make_label (name, NULL));
  gtk_widget_add_css_class (second, "dim-label");
  gtk_box_append (GTK_BOX (box), second);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (row), "ty-person", g_memdup2 (&person, sizeof person), g_free);
  return row;
}

static void
pick (TyPersonPicker *self,
      GtkListBoxRow  *row)
{
  const gint64 *person = g_object_get_data (G_OBJECT (row), "ty-person");

  self->choosing = FALSE;
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, *person);
}

static char *
describe (TyRosterRow *row)
{
  const char *parts[] = {
    ty_roster_row_get_text (row, TY_ROSTER_TEXT_BIRTH), ty_roster_row_get_text (row, TY_ROSTER_TEXT_TOWNSHIP),
    ty_roster_row_get_text (row, TY_ROSTER_TEXT_VILLAGE), ty_roster_row_get_text (row, TY_ROSTER_TEXT_POSTS),
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "　" : "", parts[i]);
  return g_string_free (text, FALSE);
}

static void
say (TyPersonPicker *self,
     const char     *text)
{
  gtk_label_set_label (self->note_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), *text != '\0');
}

static void
show_people (TyPersonPicker *self,
             GPtrArray      *people)
{
  clear_rows (self);
  for (guint i = 0; i < people->len; i++)
    {
      const TyFoundPerson *found = g_ptr_array_index (people, i);
      g_autofree char *note = describe (found->row);

      gtk_list_box_append (self->list, make_row (ty_roster_row_get_person (found->row),
                                                 ty_roster_row_get_name (found->row), note));
    }
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  say (self, people->len == 0 ? _("Nobody has this name, pinyin, initials or ID number.") : "");
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = ty_office_find_people_finish (TY_OFFICE (source), result, &error);
  TyPersonPicker *self;
  GtkListBoxRow *first;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_PERSON_PICKER (user_data);
  g_clear_object (&self->finding);
  if (people == NULL)
    {
      clear_rows (self);
      say (self, error->message);
      return;
    }
  show_people (self, people);
  first = gtk_list_box_get_row_at_index (self->list, 0);
  if (self->choosing && first != NULL)
    pick (self, first);
  self->choosing = FALSE;
}

static void
stop_finding (TyPersonPicker *self)
{
  if (self->finding != NULL)
    g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
}

static void
show_proposed (TyPersonPicker *self)
{
  clear_rows (self);
  for (guint i = 0; i < self->proposed->len; i++)
    gtk_list_box_append (self->list, g_ptr_array_index (self->proposed, i));
  say (self, "");
}

/* What was typed is asked for once, whether the entry tells of it or Enter was faster. */
static void
look (TyPersonPicker *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));

  if (g_strcmp0 (text, self->text) == 0)
    return;

  g_free (self->text);
  self->text = g_steal_pointer (&text);
  stop_finding (self);
  self->choosing = FALSE;
  if (*self->text == '\0' || self->office == NULL)
    {
      show_proposed (self);
      return;
    }

  self->finding = g_cancellable_new ();
  ty_office_find_people_async (self->office, self->text, MOST_PEOPLE, self->finding, found_cb, self);
}

static void
search_changed_cb (TyPersonPicker *self,
                   GtkSearchEntry *search)
{
  look (self);
}

static void
search_activate_cb (TyPersonPicker *self,
                    GtkSearchEntry *search)
{
  GtkListBoxRow *row;

  look (self);
  row = gtk_list_box_get_selected_row (self->list);
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, 0);
  if (self->finding != NULL)
    self->choosing = TRUE;
  else if (row != NULL)
    pick (self, row);
}

static void
stop_search_cb (TyPersonPicker *self,
                GtkSearchEntry *search)
{
  g_signal_emit (self, signals[SIGNAL_CANCELLED], 0);
}

static void
row_activated_cb (TyPersonPicker *self,
                  GtkListBoxRow  *row,
                  GtkListBox     *list)
{
  pick (self, row);
}

static gboolean
ty_person_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TY_PERSON_PICKER (widget)->search));
}

static void
ty_person_picker_dispose (GObject *object)
{
  TyPersonPicker *self = TY_PERSON_PICKER (object);

  stop_finding (self);
  g_ptr_array_set_size (self->proposed, 0);
  g_clear_object (&self->office);
  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_PERSON_PICKER);

  G_OBJECT_CLASS (ty_person_picker_parent_class)->dispose (object);
}

static void
ty_person_picker_finalize (GObject *object)
{
  TyPersonPicker *self = TY_PERSON_PICKER (object);

  g_clear_pointer (&self->proposed, g_ptr_array_unref);
  g_free (self->text);

  G_OBJECT_CLASS (ty_person_picker_parent_class)->finalize (object);
}

static void
ty_person_picker_class_init (TyPersonPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ty_person_picker_dispose;
  object_class->finalize = ty_person_picker_finalize;
  widget_class->grab_focus = ty_person_picker_grab_focus;

  signals[SIGNAL_PICKED] = g_signal_new ("picked", TY_TYPE_PERSON_PICKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_CANCELLED] = g_signal_new ("cancelled", TY_TYPE_PERSON_PICKER, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-person-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, TyPersonPicker, search);
  gtk_widget_class_bind_template_child (widget_class, TyPersonPicker, list);
  gtk_widget_class_bind_template_child (widget_class, TyPersonPicker, note_label);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
ty_person_picker_init (TyPersonPicker *self)
{
  self->proposed = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ty_person_picker_new:
 *
 * Returns: (transfer floating): a search that finds nobody until it has an office
 */
GtkWidget *
ty_person_picker_new (void)
{
  return g_object_new (TY_TYPE_PERSON_PICKER, NULL);
}

/**
 * ty_person_picker_set_office:
 * @self: a search for a person
 * @office: (nullable): where people are found
 */
void
ty_person_picker_set_office (TyPersonPicker *self,
                             TyOffice       *office)
{
  g_return_if_fail (TY_IS_PERSON_PICKER (self));

  if (g_set_object (&self->office, office))
    ty_person_picker_clear (self);
}

/**
 * ty_person_picker_clear:
 * @self: a search for a person
 *
 * Begins anew: without a text and without those who were proposed.
 */
void
ty_person_picker_clear (TyPersonPicker *self)
{
  g_return_if_fail (TY_IS_PERSON_PICKER (self));

  stop_finding (self);
  g_clear_pointer (&self->text, g_free);
  g_ptr_array_set_size (self->proposed, 0);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  show_proposed (self);
}

/**
 * ty_person_picker_propose:
 * @self: a search for a person
 * @person: key of a person
 * @name: the name
 * @note: what tells the person from others of the name
 *
 * Offers somebody as long as nothing is typed.
 */
void
ty_person_picker_propose (TyPersonPicker *self,
                          gint64          person,
                          const char     *name,
                          const char     *note)
{
  g_return_if_fail (TY_IS_PERSON_PICKER (self));

  g_ptr_array_add (self->proposed, g_object_ref_sink (make_row (person, name, note)));
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    show_proposed (self);
}
