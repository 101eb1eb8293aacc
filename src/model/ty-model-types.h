/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-core-types.h"

G_BEGIN_DECLS

typedef struct _TyAction TyAction;
typedef struct _TyAgeBand TyAgeBand;
typedef struct _TyAnnualResult TyAnnualResult;
typedef struct _TyAppointment TyAppointment;
typedef struct _TyBackground TyBackground;
typedef struct _TyChange TyChange;
typedef struct _TyCode TyCode;
typedef struct _TyCodeList TyCodeList;
typedef struct _TyCodeRow TyCodeRow;
typedef struct _TyCountyRules TyCountyRules;
typedef struct _TyEducation TyEducation;
typedef struct _TyFamilyMember TyFamilyMember;
typedef struct _TyFieldInfo TyFieldInfo;
typedef struct _TyHonour TyHonour;
typedef struct _TyImport TyImport;
typedef struct _TyImportUnit TyImportUnit;
typedef struct _TyMandate TyMandate;
typedef struct _TyMentor TyMentor;
typedef struct _TyParsedPost TyParsedPost;
typedef struct _TyPerson TyPerson;
typedef struct _TyPostChange TyPostChange;
typedef struct _TyRecord TyRecord;
typedef struct _TyRecordInfo TyRecordInfo;
typedef struct _TyReserve TyReserve;
typedef struct _TyResumeEntry TyResumeEntry;
typedef struct _TySetting TySetting;
typedef struct _TyTerm TyTerm;
typedef struct _TyUnit TyUnit;
typedef struct _TyUnitState TyUnitState;

G_END_DECLS
