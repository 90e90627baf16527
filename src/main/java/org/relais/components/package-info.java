/** Small parts that pages of every room are made of. They know no words and no room. */
package org.relais.components;
