/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-first-steps"

#include "config.h"

#include "ty-first-steps.h"

#include "ty-first-step.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>

/**
 * TyFirstSteps:
 *
 * What turns an empty county file into one that can be worked with. It is there until all is done; who has no photos
 * does without.
 */
struct _TyFirstSteps
{
  AdwBin parent_instance;

  /* Template */
  GtkLabel *count_label;
  GtkListBox *list;

  /* What the texts are made of, while it is shown */
  TyOffice *office;           /* (unowned) */
  const TyOverview *overview; /* (unowned) */
};

G_DEFINE_FINAL_TYPE (TyFirstSteps, ty_first_steps, ADW_TYPE_BIN)

static gboolean
has_file (const TyOverview *overview)
{
  return TRUE;
}

static gboolean
has_units (const TyOverview *overview)
{
  return overview->n_units > 0;
}

static gboolean
has_people (const TyOverview *overview)
{
  return overview->n_people > 0;
}

static gboolean
has_seats (const TyOverview *overview)
{
  return overview->has_seats;
}

static gboolean
has_photos (const TyOverview *overview)
{
  return overview->has_photos;
}

static char *
describe_file (TyFirstSteps *self)
{
  return g_strdup (ty_office_get_county_name (self->office));
}

static char *
describe_units (TyFirstSteps *self)
{
  g_autofree char *number = ty_text_format_count (self->overview->n_units);

  if (self->overview->n_units == 0)
    return g_strdup (_("The roster brings its townships and villages along."));

  return g_strdup_printf (ngettext ("%s unit", "%s units", self->overview->n_units), number);
}

static char *
describe_people (TyFirstSteps *self)
{
  g_autofree char *number = ty_text_format_count (self->overview->n_people);

  if (self->overview->n_people == 0)
    return g_strdup (_("Take the one that you keep in Excel or WPS. The program shows first what it would do."));

  return g_strdup_printf (ngettext ("%s person", "%s people", self->overview->n_people), number);
}

static char *
describe_seats (TyFirstSteps *self)
{
  return g_strdup (_("Choose villages and set their seats: then the program tells which are vacant."));
}

static char *
describe_photos (TyFirstSteps *self)
{
  return g_strdup (_("A folder of pictures that are named after the people, or their ID numbers."));
}

static const struct
{
  const char *title;
  const char *button;  /* (nullable) */
  const char *action;
  const char *target;  /* (nullable) */
  gboolean (*is_done) (const TyOverview *overview);
  char *(*describe) (TyFirstSteps *self);
  gboolean optional;   /* offered beside the next one, and not waited for */
} steps[] = {
  { N_("Create the county file"), NULL, NULL, NULL, has_file, describe_file },
  { N_("Townships and villages"), NULL, NULL, NULL, has_units, describe_units },
  { N_("Import the roster"), N_("Import Roster…"), "win.import-roster", NULL, has_people,
    describe_people },
  { N_("Approved seats of the villages"), N_("Choose Villages"), "win.show-villages", "unset", has_seats,
    describe_seats },
  { N_("Photos"), N_("Import Photos…"), "win.import-photos", NULL, has_photos, describe_photos, TRUE },
};

static void
ty_first_steps_class_init (TyFirstStepsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-first-steps.ui");
  gtk_widget_class_bind_template_child (widget_class, TyFirstSteps, count_label);
  gtk_widget_class_bind_template_child (widget_class, TyFirstSteps, list);
}

static void
ty_first_steps_init (TyFirstSteps *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_list_box_append (self->list,
                         ty_first_step_new (i + 1, _(steps[i].title),
                                          steps[i].button != NULL ? _(steps[i].button) : NULL,
                                          steps[i].action,
                                          steps[i].target != NULL
                                            ? g_variant_new_string (steps[i].target) : NULL));
}

/* What has no button of its own is done by another step. */
static guint
find_next (const TyOverview *overview)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].button != NULL && !steps[i].optional && !steps[i].is_done (overview))
      return i;

  return G_MAXUINT;
}

/**
 * ty_first_steps_show:
 * @self: the steps
 * @office: the open county file
 * @overview: what is in it
 *
 * Shows what is done. It hides itself when that is all.
 */
void
ty_first_steps_show (TyFirstSteps     *self,
                     TyOffice         *office,
                     const TyOverview *overview)
{
  guint next = find_next (overview);
  guint n_done = 0;
  gboolean wanted = FALSE;
  g_autofree char *count = NULL;

  g_return_if_fail (TY_IS_FIRST_STEPS (self));

  self->office = office;
  self->overview = overview;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);
      g_autofree char *text = steps[i].describe (self);

      gboolean done = steps[i].is_done (overview);

      ty_first_step_set (TY_FIRST_STEP (row), text, done,
                         i == next || (steps[i].optional && !done && overview->n_people > 0));
      n_done += done;
      wanted |= !done && !steps[i].optional;
    }
  /* Translators: how many of the first steps are done */
  count = g_strdup_printf (_("%u of %u done"), n_done, (guint) G_N_ELEMENTS (steps));
  gtk_label_set_label (self->count_label, count);
  gtk_widget_set_visible (GTK_WIDGET (self), wanted);
}
