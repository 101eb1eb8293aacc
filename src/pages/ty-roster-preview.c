/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-preview"

#include "config.h"

#include "ty-roster-preview.h"

#include "ty-education.h"
#include "ty-fact-grid.h"
#include "ty-format.h"
#include "ty-mask.h"
#include "ty-person-tags.h"
#include "ty-portrait-view.h"

#include <glib/gi18n-lib.h>

#define DELAY 40    /* ms: whoever runs through the rows waits for none of them */
#define N_EDUCATIONS 2
#define N_POSTS 6   /* posts that are shown; the file has all */

/**
 * TyRosterPreview:
 *
 * Who stands in the current row of a roster: portrait, posts, basic information. It follows behind
 * the list, and the latest person wins.
 */
struct _TyRosterPreview
{
  AdwBin parent_instance;

  /* Template */
  GtkStack *stack;
  TyPortraitView *portrait;
  GtkLabel *name_label;
  GtkLabel *facts_label;
  GtkLabel *title_label;
  AdwBin *tags_bin;
  AdwBin *basics_bin;
  GtkWidget *posts_heading;
  AdwBin *posts_bin;
  GtkScrolledWindow *scroller;

  /* Owned */
  TyOffice *office;          /* (nullable) */
  GCancellable *cancellable; /* (nullable): of the person who is awaited */

  gint64 person;             /* who is wanted, or 0 */
  guint delay_id;
};

G_DEFINE_FINAL_TYPE (TyRosterPreview, ty_roster_preview, ADW_TYPE_BIN)

static void
stop (TyRosterPreview *self)
{
  g_clear_handle_id (&self->delay_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static char *
make_facts (const TyPersonFile *file)
{
  TyRecord *person = TY_RECORD (file->person);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) facts = NULL;
  g_autofree char *sex = ty_format_code ("sex", ty_record_get_text (person, TY_PERSON_SEX));
  g_autofree char *ethnicity = ty_format_code ("ethnicity",
                                               ty_record_get_text (person, TY_PERSON_ETHNICITY));
  g_autofree char *age = ty_format_age (file->age);
  g_autofree char *month = ty_format_month (ty_record_get_date (person, TY_PERSON_BIRTH));

  if (*sex != '\0')
    g_strv_builder_add (builder, sex);
  if (*ethnicity != '\0')
    g_strv_builder_add (builder, ethnicity);
  if (*month != '\0')
    {
      /* Translators: the age and the month of birth: 28 岁（1993.11） */
      g_autofree char *born = g_strdup_printf (_("%s (%s)"), age, month);

      g_strv_builder_add (builder, born);
    }
  else
    g_strv_builder_add (builder, age);
  facts = g_strv_builder_end (builder);
  return g_strjoinv ("　", facts);
}

static void
add_educations (GtkWidget          *grid,
                const TyPersonFile *file)
{
  for (guint i = 0; i < file->educations->len && i < N_EDUCATIONS; i++)
    {
      TyRecord *education = g_ptr_array_index (file->educations, i);
      const char *school = ty_record_get_text (education, TY_EDUCATION_SCHOOL);
      g_autofree char *mode = ty_format_code ("education_mode",
                                              ty_record_get_text (education, TY_EDUCATION_MODE));
      g_autofree char *level = ty_format_code ("education",
                                               ty_record_get_text (education, TY_EDUCATION_LEVEL));
      g_autofree char *text = g_strjoin (school != NULL && *level != '\0' ? "　" : "", level,
                                         school != NULL ? school : "", NULL);

      ty_fact_grid_add (TY_FACT_GRID (grid), *mode != '\0' ? mode : _("Education"), text);
    }
}

static GtkWidget *
make_basics (const TyPersonFile *file)
{
  GtkWidget *grid = ty_fact_grid_new (1);
  TyRecord *person = TY_RECORD (file->person);
  static const guint masked[] = { TY_PERSON_ID_NUMBER, TY_PERSON_PHONE };
  g_autofree char *political = ty_format_code ("political",
                                               ty_record_get_text (person, TY_PERSON_POLITICAL));

  ty_fact_grid_add (TY_FACT_GRID (grid), _("Political status"), political);
  add_educations (grid, file);
  ty_fact_grid_add (TY_FACT_GRID (grid), _("Source"), file->sources);
  for (guint i = 0; i < G_N_ELEMENTS (masked); i++)
    {
      const TyFieldInfo *field = &ty_person_info.fields[masked[i]];
      g_autofree char *text = ty_mask_apply (field, ty_record_get_text (person, masked[i]));

      ty_fact_grid_add (TY_FACT_GRID (grid), _(field->label), text);
    }
  gtk_widget_add_css_class (grid, "ty-dense");
  return grid;
}

static GtkWidget *
make_posts (const TyPersonFile *file)
{
  GtkWidget *grid = ty_fact_grid_new (1);

  for (guint i = 0; i < file->posts->len && i < N_POSTS; i++)
    {
      const TyPost *post = g_ptr_array_index (file->posts, i);
      g_autofree char *from = ty_format_month (post->from);
      /* Translators: a unit and the post in it. */
      g_autofree char *text = g_strdup_printf (C_("unit and post", "%s %s"), post->unit_name, post->post_label);

      ty_fact_grid_add (TY_FACT_GRID (grid), from, text);
    }
  gtk_widget_add_css_class (grid, "ty-dense");
  return grid;
}

static void
show_file (TyRosterPreview    *self,
           const TyPersonFile *file)
{
  const char *name = ty_record_get_text (TY_RECORD (file->person), TY_PERSON_NAME);
  g_autofree char *facts = make_facts (file);

  ty_portrait_view_set_photo (self->portrait, file->photo, name);
  gtk_label_set_label (self->name_label, name != NULL ? name : "");
  gtk_label_set_label (self->facts_label, facts);
  gtk_label_set_label (self->title_label, file->title);
  gtk_widget_set_visible (GTK_WIDGET (self->title_label), *file->title != '\0');
  adw_bin_set_child (self->tags_bin, ty_person_tags_build (file));
  adw_bin_set_child (self->basics_bin, make_basics (file));
  gtk_widget_set_visible (self->posts_heading, file->posts->len > 0);
  adw_bin_set_child (self->posts_bin, make_posts (file));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_stack_set_visible_child_name (self->stack, "person");
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyPersonFile) file = ty_office_load_person_finish (TY_OFFICE (source), result, &error);
  TyRosterPreview *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_ROSTER_PREVIEW (user_data);
  g_clear_object (&self->cancellable);
  if (file != NULL)
    show_file (self, file);
  else
    gtk_stack_set_visible_child_name (self->stack, "nobody");
}

static gboolean
delay_cb (gpointer user_data)
{
  TyRosterPreview *self = TY_ROSTER_PREVIEW (user_data);

  self->delay_id = 0;
  self->cancellable = g_cancellable_new ();
  ty_office_load_person_async (self->office, self->person, self->cancellable, loaded_cb, self);
  return G_SOURCE_REMOVE;
}

static void
ty_roster_preview_dispose (GObject *object)
{
  TyRosterPreview *self = TY_ROSTER_PREVIEW (object);

  stop (self);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (ty_roster_preview_parent_class)->dispose (object);
}

static void
ty_roster_preview_class_init (TyRosterPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_roster_preview_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-roster-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, TyRosterPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, TyRosterPreview, portrait);
  gtk_widget_class_bind_template_child (widget_class, TyRosterPreview, name_label);
  gtk_widget_class_bind_template_child (widget_class, TyRosterPreview, facts_label);
  gtk_widget_class_bind_template_child (widget_class, TyRosterPreview, title_label);
  gtk_widget_class_bind_template_child (widget_class, TyRosterPreview, tags_bin);
  gtk_widget_class_bind_template_child (widget_class, TyRosterPreview, basics_bin);
  gtk_widget_class_bind_template_child (widget_class, TyRosterPreview, posts_heading);
  gtk_widget_class_bind_template_child (widget_class, TyRosterPreview, posts_bin);
  gtk_widget_class_bind_template_child (widget_class, TyRosterPreview, scroller);
}

static void
ty_roster_preview_init (TyRosterPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ty_roster_preview_show:
 * @self: a preview
 * @office: (nullable): from which it reads
 * @person: key of a person, or 0 for nobody
 *
 * Shows a person, also one who is shown already: something may have changed.
 */
void
ty_roster_preview_show (TyRosterPreview *self,
                        TyOffice        *office,
                        gint64           person)
{
  g_return_if_fail (TY_IS_ROSTER_PREVIEW (self));

  stop (self);
  g_set_object (&self->office, office);
  self->person = office != NULL && ty_office_is_open (office) ? person : 0;
  if (self->person == 0)
    gtk_stack_set_visible_child_name (self->stack, "nobody");
  else
    self->delay_id = g_timeout_add (DELAY, delay_cb, self);
}

/**
 * ty_roster_preview_get_person:
 * @self: a preview
 *
 * Returns: key of the person who is shown or awaited, or 0
 */
gint64
ty_roster_preview_get_person (TyRosterPreview *self)
{
  g_return_val_if_fail (TY_IS_ROSTER_PREVIEW (self), 0);

  return self->person;
}

/**
 * ty_roster_preview_is_loading:
 * @self: a preview
 *
 * Returns: whether the person is still awaited
 */
gboolean
ty_roster_preview_is_loading (TyRosterPreview *self)
{
  g_return_val_if_fail (TY_IS_ROSTER_PREVIEW (self), FALSE);

  return self->delay_id != 0 || self->cancellable != NULL;
}
