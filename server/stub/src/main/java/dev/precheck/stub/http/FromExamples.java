package dev.precheck.stub.http;

import io.micronaut.aop.Introduction;
import io.micronaut.context.annotation.Type;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Has each method of an interface answered from the contract's examples. */
@Documented
@Introduction
@Type(Answering.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface FromExamples {}
