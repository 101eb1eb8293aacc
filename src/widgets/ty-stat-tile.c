/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-stat-tile"

#include "config.h"

#include "ty-stat-tile.h"

#include "ty-trend-view.h"

/**
 * TyStatTile:
 *
 * A figure with its caption, its unit, its change and how many people it speaks of. The whole tile
 * is a button that leads to these people: give it an action.
 */
struct _TyStatTile
{
  GtkButton parent_instance;

  /* Template */
  GtkWidget *change_label;
  TyTrendView *trend;

  /* Owned */
  char *texts[6]; /* by property; index 0 is not used */
  gboolean good;
};

typedef enum
{
  PROP_CAPTION = 1,
  PROP_FIGURE,
  PROP_UNIT,
  PROP_CHANGE,
  PROP_NOTE,
  PROP_GOOD,
} TyStatTileProps;

static GParamSpec *properties[PROP_GOOD + 1];

G_DEFINE_FINAL_TYPE (TyStatTile, ty_stat_tile, GTK_TYPE_BUTTON)

/* What is read out: caption, figure with unit, change, people. */
static void
update_name (TyStatTile *self)
{
  GString *name = g_string_new (NULL);

  for (guint i = PROP_CAPTION; i <= PROP_NOTE; i++)
    {
      const char *text = self->texts[i];

      if (text == NULL || *text == '\0')
        continue;
      if (name->len > 0 && i != PROP_UNIT)
        g_string_append (name, i == PROP_FIGURE ? " " : ", ");
      g_string_append (name, text);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  -1);
  g_string_free (name, TRUE);
}

static void
set_text (TyStatTile *self,
          guint       prop,
          const char *text)
{
  if (g_strcmp0 (self->texts[prop], text) == 0)
    return;

  g_free (self->texts[prop]);
  self->texts[prop] = g_strdup (text);
  update_name (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
set_good (TyStatTile *self,
          gboolean    good)
{
  good = !!good;
  if (self->good == good)
    return;

  self->good = good;
  if (good)
    gtk_widget_add_css_class (self->change_label, "ty-good");
  else
    gtk_widget_remove_css_class (self->change_label, "ty-good");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GOOD]);
}

static void
ty_stat_tile_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TyStatTile *self = TY_STAT_TILE (object);

  switch ((TyStatTileProps) prop_id)
    {
    case PROP_CAPTION:
    case PROP_FIGURE:
    case PROP_UNIT:
    case PROP_CHANGE:
    case PROP_NOTE:
      g_value_set_string (value, self->texts[prop_id]);
      break;
    case PROP_GOOD:
      g_value_set_boolean (value, self->good);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_stat_tile_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  TyStatTile *self = TY_STAT_TILE (object);

  switch ((TyStatTileProps) prop_id)
    {
    case PROP_CAPTION:
    case PROP_FIGURE:
    case PROP_UNIT:
    case PROP_CHANGE:
    case PROP_NOTE:
      set_text (self, prop_id, g_value_get_string (value));
      break;
    case PROP_GOOD:
      set_good (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_stat_tile_finalize (GObject *object)
{
  TyStatTile *self = TY_STAT_TILE (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (ty_stat_tile_parent_class)->finalize (object);
}

static void
ty_stat_tile_class_init (TyStatTileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char * const names[] = { NULL, "caption", "figure", "unit", "change", "note" };

  object_class->get_property = ty_stat_tile_get_property;
  object_class->set_property = ty_stat_tile_set_property;
  object_class->finalize = ty_stat_tile_finalize;

  for (guint i = PROP_CAPTION; i <= PROP_NOTE; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL,
                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                         G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_GOOD] = g_param_spec_boolean ("good", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (TY_TYPE_TREND_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/widgets/ty-stat-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, TyStatTile, change_label);
  gtk_widget_class_bind_template_child (widget_class, TyStatTile, trend);
}

static void
ty_stat_tile_init (TyStatTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ty_stat_tile_new:
 * @caption: what the figure is, already translated
 *
 * Returns: (transfer floating): a tile without a figure
 */
GtkWidget *
ty_stat_tile_new (const char *caption)
{
  return g_object_new (TY_TYPE_STAT_TILE, "caption", caption, NULL);
}

/**
 * ty_stat_tile_set_trend:
 * @self: a tile
 * @values: (array length=n): the figure at dates of equal distance, the last one now; NAN where there
 *   was none
 * @n: their number
 *
 * Draws beside the figure how it went.
 */
void
ty_stat_tile_set_trend (TyStatTile   *self,
                        const double *values,
                        guint         n)
{
  g_return_if_fail (TY_IS_STAT_TILE (self));

  ty_trend_view_set_values (self->trend, values, n);
}
