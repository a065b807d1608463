/** Many users at once, by Gatling: does the product hold, and how long do people wait? */
package io.plumbline.load.users;
